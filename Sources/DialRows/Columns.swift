package import DialStack

/// The fields at one point of a pipeline.
package struct Columns: Sendable, Hashable {
  /// Where the fields come from, as messages name it: `numbers`, ``the output of `count` ``.
  package let origin: String
  /// What is exported, in order.
  package let visible: [Column]
  /// The resource whose other fields can still be named; `nil` where only the columns are left.
  package let resource: Resource?

  package init(origin: String, visible: [Column], resource: Resource?) {
    self.origin = origin
    self.visible = visible
    self.resource = resource
  }

  /// All fields of a resource.
  package init(of resource: Resource) {
    let ranks = resource.fieldsByImportance
    self.init(
      origin: resource.name,
      visible: resource.itemFields.map { field in
        let column = Column(field, path: field.name, of: resource)
        return column.ranked(ranks.firstIndex { $0.name == field.name } ?? ranks.count)
      }, resource: resource)
  }

  /// Every name that can stand here, for suggestions and completion.
  package var names: [String] {
    let shown = visible.map(\.name)
    let fields = resource?.fields ?? []
    let nested = fields.flatMap { field in field.fields.map { "\(field.name).\($0.name)" } }
    return shown + fields.map(\.name).filter { !shown.contains($0) } + nested
  }
}
