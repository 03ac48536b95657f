package import DialLanguage
package import DialRows

/// `select FIELD [as NAME], …`: chooses, orders and names the columns.
package struct SelectStage: Stage {
  package static let signature = Signature(
    "select", .field.followed(by: .value("NAME").behind("as")).repeated(.withCommas),
    summary: "Choose the columns, in order; `as` gives one another name.",
    synonyms: ["columns", "cut", "pick", "fields", "get"],
    details: ["A dot leads into an object: config.timezone. Memory: one page."],
    examples: [
      Example("numbers | select phone_number, status", "two columns"),
      Example("numbers | select phone_number as number, created_at as since", "named anew"),
      Example("accounts | select id, config.timezone as zone", "a key of an object"),
    ])

  package static let keepsColumns = false

  private let selected: [Column]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var selected: [Column] = []
    var names: Set<String> = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let field = try arguments.field()
      var name = Word(field.text, at: field.range)
      if arguments.skip(word: "as") { name = try arguments.name("a column's name") }
      if !names.insert(name.text).inserted { diagnostics.append(.repeatedColumn(name)) }
      do throws(Rejection) {
        let column = try context.columns.column(field).chosen(as: name.text)
        selected.append(column.revealed(context.scope.showsSecrets))
      } catch {
        diagnostics += error.diagnostics
      }
    } while arguments.skip(.comma)
    try arguments.finish(after: "the columns")
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.selected = selected
  }

  package func columns(from columns: Columns) -> Columns {
    Columns(
      origin: "the output of `select`", visible: selected, resource: nil,
      ownership: columns.ownership, room: columns.room)
  }

  package var effect: StageEffect {
    StageEffect("takes these columns, in this order", demand: .rowForRow)
  }
}
