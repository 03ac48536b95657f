import DialLanguage
import DialRows
import DialStack

extension ArgumentReader {
  /// What stands behind `by`, if that is next: fields, and functions of fields.
  mutating func groups(in context: StageContext) throws(Rejection) -> [Column] {
    guard skip(word: "by") else { return [] }
    var groups: [Column] = []
    var names: Set<String> = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let first = current
      let part = try fieldOrFunction()
      var name = Word(part.name, at: first.range)
      if skip(word: "as") { name = try self.name("a column's name") }
      if !names.insert(name.text).inserted { diagnostics.append(.repeatedColumn(name)) }
      do throws(Rejection) {
        let column = try context.column(part)
        groups.append(name.text == column.name ? column : column.chosen(as: name.text))
      } catch {
        diagnostics += error.diagnostics
      }
    } while skip(.comma)
    if let rejection = Rejection(diagnostics) { throw rejection }
    return groups
  }
}

extension Columns {
  /// The columns of rows that a stage makes, one a group: what they are grouped by, and its figures.
  ///
  /// - Parameter columns: those of the rows that are grouped.
  init(
    ofGroups groups: [Column], and figures: [Column], of columns: Columns, madeBy stage: String
  ) {
    let cells = groups.enumerated().map { index, group in
      // A row of a group is of the account that all of its rows are of.
      group.accessor == .account ? group.chosen(as: group.name) : group.inCell(index)
    }
    let namesAccount = groups.contains { $0.accessor == .account }
    self.init(
      origin: "the output of `\(stage)`", visible: cells + figures, resource: nil,
      spansAccounts: columns.spansAccounts && namesAccount,
      ownership: columns.ownership == .several && !namesAccount ? .mixed : columns.ownership,
      room: Room(cells: cells.count + figures.count))
  }
}

/// Whose the rows of a group are, as long as they are all of one.
struct GroupOwner {
  private(set) var owner: ListOwner?

  init(of record: Record) {
    owner = record.owner
  }

  mutating func add(_ record: Record) {
    if owner != nil, owner?.id != record.owner?.id { owner = nil }
  }
}
