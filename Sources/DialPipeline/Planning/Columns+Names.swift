package import DialLanguage
package import DialRows
import DialStack

extension Columns {
  /// The column that `name` stands for.
  ///
  /// - Throws: a ``Rejection`` that offers the nearest name.
  package func column(_ name: FieldName) throws(Rejection) -> Column {
    if name.isUnlisted, let resource {
      return Column(name.text, nil, resource.accessor(at: name.text))
    }
    if let column = visible.first(where: { $0.name == name.text }) { return column }
    if spansAccounts,
      let column = [Column.account, .accountName].first(where: { $0.name == name.text })
    {
      return column
    }
    if let column = joinedColumn(name.text) { return column }
    if let resource, let field = resource.field(named: name.text) {
      return Column(field, path: name.text, of: resource)
    }
    throw Rejection(.unknownField(name, in: self))
  }

  /// Refuses a second record of one name: its fields would be called like those of the first.
  ///
  /// - Parameters:
  ///   - fields: those of its fields that become columns.
  ///   - way: how to give it another name, where that can be done.
  func refuseRecord(
    called name: String, with fields: [String], at range: SourceRange, way: String = ""
  ) throws(Rejection) {
    let made = Set(fields.map { "\(name).\($0)" })
    guard
      joins.contains(where: { $0.name == name })
        || visible.contains(where: { made.contains($0.name) })
    else { return }
    throw Rejection(Diagnostic(at: range, "there are columns of `\(name)` already\(way)"))
  }
}
