import DialLanguage
package import DialStack

/// The sentences about what lists belong to.
extension Diagnostic {
  /// A list that belongs to an object which the pipeline doesn't name.
  static func namesNoParent(
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

  /// A list that answers only for what is named, and nothing is.
  static func asksForNothing(_ source: Word, of resource: Resource, in catalog: Catalog)
    -> Diagnostic
  {
    let ways = resource.askedBy.compactMap { resource.field(named: $0) }.map { field in
      "`\(resource.name) where \(field.name)=\(resource.sample(of: field, in: catalog))`"
    }
    return Diagnostic(
      at: source.range,
      "`\(resource.name)` answers only for what is named by `=` or `in`: "
        + ways.joined(separator: " or "))
  }

  /// A list that answers for what is named in one way, and it is in several.
  static func asksForSeveral(_ source: Word, of resource: Resource) -> Diagnostic {
    let fields = resource.askedBy.map { "`\($0)`" }.joined(separator: " or ")
    return Diagnostic(
      at: source.range, "`\(resource.name)` is asked by \(fields), by one of them in a line")
  }

  /// A test of what rows don't carry.
  static func notInRows(_ field: Field, of resource: Resource, at range: SourceRange) -> Diagnostic
  {
    let meaning =
      field.presence == .inQuery
      ? "what the API is asked for" : "which list of `\(resource.name)` is meant"
    return Diagnostic(
      at: range,
      "`\(field.name)` only says \(meaning), and rows don't carry "
        + "it; write it once, as in `where \(field.name)=\(field.example)`")
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
    return noun.withArticle
  }

  /// How an id of a parent looks: `qu_…`.
  fileprivate func sampleID(of parent: Parent, in catalog: Catalog) -> String {
    field(named: parent.field).map { sample(of: $0, in: catalog) } ?? "…"
  }

  /// How a value of a field that leads to another list looks: `qu_…`.
  fileprivate func sample(of field: Field, in catalog: Catalog) -> String {
    let list = field.relation?.lists.first.flatMap { catalog[$0] }
    let prefix =
      list?.idPrefixes.first
      ?? field.example.split(separator: "_").dropLast().joined(separator: "_")
    return prefix.isEmpty ? "…" : "\(prefix)_…"
  }
}
