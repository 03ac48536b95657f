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
      "Behind the ids of several accounts come their names, as `account_name`.",
      "Numbers that are not +1 and ten digits stay as they are. Memory: one page.",
    ],
    examples: [
      Example("numbers where status=active | format", "id, display, raw"),
      Example("numbers | format | select display, status", "with another field"),
    ])

  package static let keepsColumns = false

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    for (name, _) in try arguments.options(Self.signature.options) {
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
    if let resource = columns.resource, !resource.formatColumns.isEmpty,
      columns.visible.filter({ !$0.isOfAccount }) == Columns(of: resource).visible
    {
      return columns.showing(
        columns.visible.filter(\.isOfAccount)
          + resource.formatColumns.compactMap { $0.column(over: columns) }
      ).withAccountNames
    }
    let rewritten = columns.visible.map { column in
      column.kind == .phone ? column.displayed(as: column.name) : column
    }
    return columns.showing(rewritten).withAccountNames
  }

  package var effect: StageEffect {
    StageEffect("shows phone numbers for people", demand: .rowForRow)
  }
}

extension FormatColumn {
  /// The column over those that hold a resource's fields; `nil` where its field isn't there.
  fileprivate func column(over columns: Columns) -> Column? {
    columns.visible.first { $0.name == field }.map { column in
      switch form {
      case .asSent: column.chosen(as: name).ranked(rank)
      case .display: column.displayed(as: name).ranked(rank)
      }
    }
  }
}
