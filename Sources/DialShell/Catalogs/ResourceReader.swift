import DialPipeline
import DialStack
import TerminalText

/// Reads what a table says of a list.
struct ResourceReader {
  let findings: Findings
  /// The lists that there are so far.
  let resources: [Resource]

  /// A list that is new; `nil` for one whose path is none.
  func resource(called name: String, at path: LocatedText, _ table: inout TableReader) -> Resource?
  {
    let template: PathTemplate
    do {
      template = try PathTemplate(checking: path.text)
    } catch {
      findings.complain(path.range, error.sentence)
      return nil
    }
    let parents = parents(of: template, &table)
    var resource = Resource(
      name: name, singular: name.singular, summary: "What GET \(template) lists.", path: template,
      parents: parents, scope: .account, fields: [], essentials: [], order: .asListed)
    change(&resource, by: &table)
    table.refuseOthers()
    addParents(to: &resource, path)
    check(resource, in: table)
    return resource
  }

  /// A list that is there, with what a table adds to it or corrects of it.
  func extended(_ known: Resource, _ table: inout TableReader) -> Resource {
    var resource = known
    change(&resource, by: &table)
    table.refuseOthers()
    check(resource, in: table)
    return resource
  }

  private func change(_ resource: inout Resource, by table: inout TableReader) {
    if let singular = table.text("singular") { resource.singular = singular.text }
    if let summary = table.text("summary") { resource.summary = summary.text }
    if let scope = table.meaning("scope", of: Resource.Scope.words) { resource.scope = scope }
    if let key = table.text("key") { resource.key = key.text }
    if let prefixes = table.texts("id_prefixes") {
      for prefix in prefixes where !prefix.text.isListName {
        findings.complain(
          prefix.range, "a prefix of ids has small letters, digits and `_`, as `did`")
      }
      resource.idPrefixes = prefixes.map(\.text)
    }
    let fields = FieldsReader(
      findings: findings, key: resource.key, prefix: resource.idPrefixes.first)
    resource.fields = fields.fields(table.elements("field"), over: resource.fields)
    if let essentials = table.texts("essentials") {
      resource.essentials = essentials.compactMap { name in
        field(name, in: resource.itemFields) == nil ? nil : name.text
      }
    }
    if let paging = table.meaning("paging", of: Resource.Paging.words) { resource.paging = paging }
    if let readsItems = table.flag("reads_items") { resource.readsItems = readsItems }
    if resource.paging == .object { resource.readsItems = false }
    if let mayBeMissing = table.flag("may_be_missing") { resource.mayBeMissing = mayBeMissing }
    if let since = table.meaning("since", of: APIStep.words) { resource.since = since }
    changeOrder(of: &resource, by: &table)
    changeFilters(of: &resource, by: &table)
    changeSearches(of: &resource, by: &table)
    addTraps(to: &resource, by: &table)
  }

  /// The field of a name, which is refused where there is none.
  func field(_ name: LocatedText, in fields: [Field]) -> Field? {
    guard let field = fields.first(where: { $0.name == name.text }) else {
      let names = fields.map(\.name)
      findings.complain(
        name.range, "there is no field `\(name.text)`\(didYouMean(name.text, in: names))")
      return nil
    }
    return field
  }

  private func check(_ resource: Resource, in table: TableReader) {
    let fields = resource.fields
    let names = Set(fields.map(\.name))
    for field in fields {
      guard let alias = field.alias, names.contains(alias) else { continue }
      findings.complain(
        table.place(of: "field"), "`\(alias)` is a field, and the alias of `\(field.name)`")
    }
    let parents = Set(resource.parents.map(\.field))
    for field in fields where field.presence == .inPath && !parents.contains(field.name) {
      findings.complain(
        table.place(of: "field"), "no parameter of the path is named by the field `\(field.name)`")
    }
    guard let key = fields.first(where: { $0.name == resource.key }) else {
      return findings.complain(
        table.place(of: "key"),
        "there is no field `\(resource.key)`; `key` names the field that tells rows apart")
    }
    guard key.kind.tellsApart, key.presence != .inPath else {
      return findings.complain(
        table.place(of: "key"), "`\(key.name)` can't tell rows apart: it is \(key.kind.phrase)")
    }
  }
}

extension FieldKind {
  /// Whether values of this kind tell rows apart.
  var tellsApart: Bool {
    switch self {
    case .text, .id, .phone, .integer, .time: true
    case .choice, .boolean, .seconds, .decimal, .object, .list: false
    }
  }
}

extension Resource.Scope {
  fileprivate static let words: [(word: String, meaning: Resource.Scope)] = [
    ("account", .account), ("platform", .platform), ("either", .either),
  ]
}

extension Resource.Paging {
  fileprivate static let words: [(word: String, meaning: Resource.Paging)] = [
    ("pages", .pages), ("whole", .whole), ("object", .object),
  ]
}

extension String {
  /// What one row of a list of this name is called, as far as letters tell.
  fileprivate var singular: String {
    let words = replacing("_", with: " ")
    if words.hasSuffix("ies") { return words.dropLast(3) + "y" }
    return words.hasSuffix("s") && !words.hasSuffix("ss") ? String(words.dropLast()) : words
  }
}

extension PathTemplate.Flaw {
  fileprivate var sentence: String {
    switch self {
    case .noSlash: "a path begins with `/`, as /v1/voice-bots; the host is that of the API"
    case .emptySegment: "a path has no `//`, and no `/` at its end"
    case .dots: "a path has no `.` and no `..` between slashes: they lead elsewhere"
    case .character(let character):
      "a path has no `\(String(character).visible)`: letters, digits, `-`, `_`, `.`, `~`, and {name}"
    case .brokenParameter(let part):
      "`\(part)` is no parameter: it is {name}, all that stands between two slashes"
    case .repeatedParameter(let name): "the parameter `\(name)` stands twice in the path"
    case .tooLong: "a path has no more than 500 bytes"
    }
  }
}
