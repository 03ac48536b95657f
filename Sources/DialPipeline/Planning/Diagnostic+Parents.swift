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

  /// A test of what rows don't carry.
  static func notInRows(_ field: Field, of resource: Resource, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      at: range,
      "`\(field.name)` only says which list of `\(resource.name)` is meant, and rows don't carry "
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
    let field = field(named: parent.field)
    let list = field?.relation?.lists.first.flatMap { catalog[$0] }
    let prefix =
      list?.idPrefixes.first
      ?? field?.example.split(separator: "_").dropLast().joined(separator: "_") ?? ""
    return prefix.isEmpty ? "…" : "\(prefix)_…"
  }
}
