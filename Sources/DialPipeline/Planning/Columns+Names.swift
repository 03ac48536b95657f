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
}
