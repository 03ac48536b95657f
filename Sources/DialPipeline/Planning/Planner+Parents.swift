import DialLanguage
import DialRows
package import DialStack

// Lists that belong to an object of another list: `queue_members where queue=qu_1`.
extension Planner {
  /// The parent that a condition names with an equality, and its id.
  ///
  /// A variable whose value comes later names it, too.
  func parent(
    _ condition: Condition, _ predicate: Predicate, of resource: Resource
  ) -> (parent: Parent, id: String)? {
    guard !resource.parents.isEmpty else { return nil }
    if case .comparison(let field, .equal, let literal) = condition,
      let value = try? scope.value(of: literal), value.form == .open,
      let parent = resource.parents.first(where: { $0.field == field.text })
    {
      return (parent, literal.text)
    }
    guard case .test(.field(let path), let comparison) = predicate,
      let parent = resource.parents.first(where: { $0.field == path.description })
    else { return nil }
    switch comparison {
    case .text(.equal, let id), .number(.equal, let id): return (parent, id.string)
    case .isNull, .isNotNull, .text, .number, .boolean, .time, .prefix, .matches, .column:
      return nil
    }
  }

  /// The path of the list that belongs to `parents`, whose ids stand under their parameters.
  ///
  /// - Throws: a ``Rejection`` at `source` if one is not named.
  func path(
    of resource: Resource, under parents: [String: String], at source: Word
  ) throws(Rejection) -> String {
    guard let path = resource.path.filled(parents) else {
      let missing = resource.parents.filter { parents[$0.parameter] == nil }
      throw Rejection(.namesNoParent(source, missing, of: resource, in: vocabulary.catalog))
    }
    return path
  }
}

extension Diagnostic {
  /// A list that belongs to an object which the pipeline doesn't name.
  fileprivate static func namesNoParent(
    _ source: Word, _ parents: [Parent], of resource: Resource, in catalog: Catalog
  ) -> Diagnostic {
    let owners = parents.map { resource.owner(by: $0, in: catalog) }.joined(separator: " and ")
    let conditions = parents.map { "\($0.field)=\(resource.sampleID(of: $0, in: catalog))" }
      .joined(separator: " and ")
    return Diagnostic(
      at: source.range,
      "`\(resource.name)` belongs to \(owners); name \(parents.count == 1 ? "it" : "them"), as in "
        + "`\(resource.name) where \(conditions)`")
  }

  /// An id that can't be one segment of a path.
  static func notAParent(
    _ id: String, _ parent: Parent, of resource: Resource, in catalog: Catalog,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      at: range,
      "`\(id)` can't be the id of \(resource.owner(by: parent, in: catalog)); "
        + "an id has 1 to 255 characters and no spaces")
  }
}

extension Resource {
  /// What a parent is, in a sentence: `a queue`.
  package func owner(by parent: Parent, in catalog: Catalog) -> String {
    let list = field(named: parent.field)?.relation?.lists.first.flatMap { catalog[$0] }
    let noun = list?.singular ?? parent.parameter
    return ("aeiou".contains(noun.prefix(1)) ? "an " : "a ") + noun
  }

  /// How an id of a parent looks: `qu_…`.
  package func sampleID(of parent: Parent, in catalog: Catalog) -> String {
    let field = field(named: parent.field)
    let list = field?.relation?.lists.first.flatMap { catalog[$0] }
    let prefix =
      list?.idPrefixes.first
      ?? field?.example.split(separator: "_").dropLast().joined(separator: "_") ?? ""
    return prefix.isEmpty ? "…" : "\(prefix)_…"
  }
}
