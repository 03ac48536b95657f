package import DialLanguage
package import DialRows
import DialStack
import TerminalText

/// `format`: shows phone numbers as people read them.
package struct FormatStage: Stage {
  package static let signature = Signature(
    "format",
    summary: "Show phone numbers as +1 (415) 555-1234.",
    synonyms: ["display", "pretty"],
    details: [
      "Over `numbers` the columns become id, display, raw; its other fields can still be named.",
      "Over other rows each column of phone numbers is rewritten in place.",
      "Numbers that are not +1 and ten digits stay as they are. Memory: one page.",
    ],
    examples: [
      Example("numbers where status=active | format", "id, display, raw"),
      Example("numbers | format | select display, status", "with another field"),
    ])

  package static let keepsColumns = false

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    for (name, _) in try arguments.options() {
      throw Rejection(.unknownOption(name, of: "format", known: []))
    }
    guard !context.columns.visible.contains(where: \.showsPhones) else {
      throw Rejection(.formattedAlready(context.name))
    }
    guard context.columns.visible.contains(where: { $0.kind == .phone }) else {
      throw Rejection(.noPhoneField(context.name.range, in: context.columns))
    }
  }

  package func columns(from columns: Columns) -> Columns {
    if let resource = columns.resource, resource.name == Resource.numbers.name,
      columns == Columns(of: resource),
      let id = columns.visible.first(where: { $0.name == "id" }),
      let phone = columns.visible.first(where: { $0.name == "phone_number" })
    {
      let display = phone.displayed(as: "display")
      let raw = phone.chosen(as: "raw")
      return Columns(
        origin: columns.origin, visible: [id.ranked(1), display.ranked(0), raw.ranked(2)],
        resource: columns.resource)
    }
    let rewritten = columns.visible.map { column in
      column.kind == .phone ? column.displayed(as: column.name) : column
    }
    return Columns(origin: columns.origin, visible: rewritten, resource: columns.resource)
  }

  package var effect: StageEffect {
    StageEffect("shows phone numbers for people", demand: .rowForRow)
  }
}
