import DialStack

/// The source text of the lists that a client has.
struct ListSource {
  let catalog: Catalog
  let resource: Resource

  /// The file of a list that belongs to no other, with all that belongs to its items.
  var file: String {
    let name = resource.listName
    let member = Naming.member(resource.name == "numbers" ? "phone_numbers" : resource.name)
    let parts = catalog.parts(of: resource) + deeper
    let methods =
      [list(of: resource, named: "list")] + (resource.readsItems ? [retrieve] : [])
      + parts.map { part in
        let name = Naming.member(part.shortName(under: resource))
        return part.paging == .object ? object(part, named: name) : list(of: part, named: name)
      }
    let usesDates = methods.contains { $0.contains("Date?") }
    return """
      \(ModelSource.head)
      \(usesDates ? "\n" + ModelSource.foundation + "\n" : "")
      extension Client {
      \((ModelSource.comment([resource.summary]) + "public var \(member): \(name) { \(name)(client: self) }").indented)
      }

      \(ModelSource.comment([resource.summary]))public struct \(name): Sendable {
        let client: Client

      \(methods.joined(separator: "\n\n").indented)
      }

      """
  }

  /// Lists below those that belong to the items.
  private var deeper: [Resource] {
    catalog.resources.filter { part in
      guard part.parents.count > 1, let parent = part.parents.first else { return false }
      return part.field(named: parent.field)?.relation == .to(resource.name)
    }
  }

  // MARK: Methods

  private func list(of list: Resource, named method: String) -> String {
    let model = catalog.modelName(of: list)
    let filters = list.filters.map { Filtering($0, of: list, in: catalog) }
    let searches = list.searches.map { Filtering($0) }
    let all = filters + searches
    var parameters = owners(of: list).map { "\($0.label) \($0.name): \($0.type)" }
    if list.sizeParameter != nil { parameters.append("limit: Int? = nil") }
    parameters += all.map(\.declaration)
    let expansions = list.expansions.filter { !$0.isForItems }
    if !expansions.isEmpty { parameters.append("expand: [\(model).Expansion] = []") }
    parameters += account(of: list)
    var documentation: [(String, String)] = owners(of: list).map {
      ($0.name.isEmpty ? $0.label : $0.name, $0.summary + ".")
    }
    if list.sizeParameter != nil {
      let whole = list.paging == .pages ? "a page holds" : "an answer has, which is all there is"
      documentation.append(("limit", "how many \(whole), 1 to 100. The default is 100."))
    }
    documentation += all.map { ($0.name, $0.documentation) }
    if !expansions.isEmpty {
      documentation.append(("expand", "what is to come in full with them."))
    }
    documentation += accountDocumentation(of: list)
    let hasQuery = !all.isEmpty || !expansions.isEmpty
    var body = hasQuery ? "var query = Query()\n" : ""
    body += all.map { "query.add(\"\($0.parameter)\", \($0.name))\n" }.joined()
    if !expansions.isEmpty { body += "query.expand(expand)\n" }
    var arguments = [".\(list.constantName)"] + parents(of: list)
    arguments.append(hasQuery ? "query" : "Query()")
    if list.sizeParameter != nil { arguments.append("limit: limit") }
    arguments.append("account: \(list.scope == .platform ? "nil" : "account")")
    body += "\(hasQuery ? "return " : "")client.list(\(arguments.joined(separator: ", ")))"
    let summary =
      "\(list.summary.dropLast())" + (list.order.timeField == nil ? "." : ", the newest first.")
    return ModelSource.comment([summary] + note(of: list))
      + parameterDocumentation(documentation)
      + signature(method, parameters) + " -> Listing<\(model)> {\n"
      + body.indented + "\n}"
  }

  private var retrieve: String {
    let model = catalog.modelName(of: resource)
    let key = resource.field(named: resource.key)
    let isID = key?.kind == .id
    let name = isID ? "id" : Naming.member(resource.key)
    var parameters = ["_ \(name): \(isID ? "\(model).ID" : "String")"]
    let expands = !resource.expansions.isEmpty
    if expands { parameters.append("expand: [\(model).Expansion] = []") }
    parameters += account(of: resource)
    var arguments = [".\(resource.constantName)", "key: \(name)\(isID ? ".rawValue" : "")"]
    if expands { arguments.append("query") }
    arguments.append("account: \(resource.scope == .platform ? "nil" : "account")")
    let body =
      (expands ? "var query = Query()\nquery.expand(expand)\nreturn " : "")
      + "try await client.retrieve(\(arguments.joined(separator: ", ")))"
    return ModelSource.comment([
      resource.item.withArticle.sentence,
      "- Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.",
    ])
      + signature("retrieve", parameters) + " async throws -> "
      + "\(model) {\n\(body.indented)\n}"
  }

  private func object(_ object: Resource, named method: String) -> String {
    let owner = owners(of: object)
    var parameters = owner.map { "\($0.label) \($0.name): \($0.type)" }
    parameters += account(of: object)
    let arguments =
      [".\(object.constantName)"] + parents(of: object)
      + ["account: \(object.scope == .platform ? "nil" : "account")"]
    let call = object.mayBeMissing ? "retrieveIfThere" : "retrieve"
    let saysNone = !object.mayBeMissing || object.summary.contains("; none ")
    let none = saysNone ? "." : "; `nil` where there is none."
    return ModelSource.comment([
      object.summary.dropLast() + none,
      "- Throws: ``APIError``, `CancellationError`.",
    ])
      + signature(method, parameters) + " async throws -> "
      + "\(catalog.modelName(of: object))\(object.mayBeMissing ? "?" : "") {\n"
      + "try await client.\(call)(\(arguments.joined(separator: ", ")))".indented + "\n}"
  }

  /// A method up to its arrow, the parameters on lines of their own where they are long.
  private func signature(_ method: String, _ parameters: [String]) -> String {
    let text = parameters.joined(separator: ", ")
    return text.count < 48
      ? "public func \(method)(\(text))" : "public func \(method)(\n  \(text)\n)"
  }

  // MARK: Parameters

  private struct Owner {
    var label: String
    var name: String
    var type: String
    var summary: String
    var parameter: String
    var isTyped: Bool
  }

  /// The objects that a path names, the nearest first.
  private func owners(of part: Resource) -> [Owner] {
    part.parents.reversed().enumerated().map { index, parent in
      let field = part.field(named: parent.field)
      let lists = field?.relation?.lists ?? []
      // A list of several kinds of owners is asked for at one of them.
      let list = lists.contains(resource.name) ? resource : lists.first.flatMap { catalog[$0] }
      let name = Naming.member(parent.parameter)
      let type = list.map { "\(catalog.modelName(of: $0)).ID" } ?? "String"
      return Owner(
        label: index == 0 ? "of" : Naming.member(parent.parameter),
        name: index == 0 ? name : "", type: type, summary: field?.summary ?? "whose it is",
        parameter: parent.parameter, isTyped: list != nil)
    }
  }

  private func parents(of part: Resource) -> [String] {
    let owners = owners(of: part)
    guard !owners.isEmpty else { return [] }
    let pairs = owners.map { owner in
      let name = owner.name.isEmpty ? owner.label : owner.name
      return "\"\(owner.parameter)\": \(name)\(owner.isTyped ? ".rawValue" : "")"
    }
    return ["of: [\(pairs.joined(separator: ", "))]"]
  }

  private func account(of list: Resource) -> [String] {
    switch list.scope {
    case .platform: []
    case .account: ["account: Account.ID"]
    case .either: ["account: Account.ID? = nil"]
    }
  }

  private func accountDocumentation(of list: Resource) -> [(String, String)] {
    switch list.scope {
    case .platform: []
    case .account: [("account", "whose they are.")]
    case .either: [("account", "whose they are; the platform's own if there is none.")]
    }
  }

  private func note(of list: Resource) -> [String] {
    let names = list.askedBy.map { "`\(Naming.member($0))`" }
    let asking =
      names.isEmpty
      ? [] : ["Exactly one of \(names.joined(separator: " and ")) must name something."]
    let age = "Servers that are older than it answer with an error of the kind `notFound`."
    return asking + (list.since == .v3_0 ? [] : [age])
  }

  private func parameterDocumentation(_ parameters: [(name: String, text: String)]) -> String {
    guard parameters.count > 1 else {
      return parameters.map { "///\n/// - Parameter \($0.name): \($0.text)\n" }.joined()
    }
    return "///\n/// - Parameters:\n"
      + parameters.map { "///   - \($0.name): \($0.text)\n" }.joined()
  }
}

/// A filter of a list as a parameter of a method.
private struct Filtering {
  var parameter: String
  var name: String
  var type: String
  var documentation: String
  /// Whether the parameter stands once for each of several values.
  var isRepeated = false

  /// The parameter of the method.
  var declaration: String {
    isRepeated ? "\(name): [\(type)] = []" : "\(name): \(type)? = nil"
  }

  init(_ filter: Filter, of list: Resource, in catalog: Catalog) {
    parameter = filter.parameter
    let field = list.field(named: filter.field)
    let model = catalog.modelName(of: list)
    let property = Naming.member(filter.field)
    switch filter.comparison {
    case .equal:
      name = Naming.member(filter.field)
      documentation =
        field?.presence.isInItems == false
        ? "\(field?.summary ?? ""); all if there is none."
        : "those alone whose ``\(model)/\(property)`` it is; all if there is none."
    case .atLeast:
      name = "from"
      documentation = "the earliest ``\(model)/\(property)`` that counts."
    case .below:
      name = "to"
      documentation = "the first ``\(model)/\(property)`` that no longer counts."
    case .present:
      name = Naming.member(filter.parameter)
      documentation = "whether ``\(model)/\(property)`` has a value; all if there is none."
    case .among:
      name = Naming.member(filter.field)
      documentation = "those alone whose ``\(model)/\(property)`` is one of these."
      isRepeated = true
    }
    type =
      switch (filter.comparison, field?.kind) {
      case (.present, _), (_, .boolean): "Bool"
      case (_, .time): "Date"
      case (_, .choice):
        field?.shape
          ?? "\(model).\(filter.field == "type" ? "Kind" : Naming.type(filter.field))"
      case (_, .id): Self.idType(field?.relation, in: catalog)
      case (_, .integer): "Int"
      default: "String"
      }
    if filter.isWider { documentation += " The API may send others, too." }
  }

  init(_ search: Search) {
    parameter = search.parameter
    name = Naming.member(search.parameter)
    type = "String"
    let fields = search.fields.joined(separator: " or ")
    documentation =
      search.subject == .text
      ? "a part of \(fields), in any case of letters." : "some digits of \(fields)."
  }

  private static func idType(_ relation: Relation?, in catalog: Catalog) -> String {
    guard case .to(let list) = relation,
      let model = catalog[list].map({ catalog.modelName(of: $0) })
    else {
      return "String"
    }
    return "\(model).ID"
  }
}
