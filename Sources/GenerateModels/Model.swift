import DialStack

/// A struct that the catalog describes.
struct Model {
  /// The name of the type, with the types that it stands in: `Call.QualityMetric`.
  var path: [String]
  var documentation: [String]
  /// The type of what its ids name, where it has an id.
  var idOwner: String?
  /// The property that tells rows apart where that is no id.
  var key: Property?
  var properties: [Property] = []
  var choices: [OpenSet] = []
  var expansions: [ResourceExpansion] = []
  /// The types that stand in it.
  var nested: [Model] = []

  var name: String { path.joined(separator: ".") }

  /// Whether the compiler can read and write it by its keys alone.
  var isPlain: Bool {
    properties.allSatisfy { property in
      guard property.alias == nil else { return false }
      switch property.form {
      case .plain: return true
      case .time, .rows: return false
      }
    }
  }

  /// The model and those in it, from the outside in.
  var all: [Model] { [self] + nested.flatMap(\.all) }
}

/// The known values of a field.
struct OpenSet {
  var name: String
  var documentation: String
  var values: [Choice]
}

/// Makes models of the catalog, and keeps the shapes that several of them share.
struct ModelMaker {
  let catalog: Catalog
  /// The shapes that have a type of their own, by its name.
  private(set) var shapes: [String: Model] = [:]
  /// The choices that several fields share, by the name of their type.
  private(set) var sharedChoices: [String: OpenSet] = [:]

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The model of one row, or of one object.
  mutating func model(of resource: Resource) -> Model {
    let isObject = resource.paging == .object
    let summary =
      isObject ? resource.summary : resource.item.withArticle.sentence
    let documentation = [summary] + resource.notes(at: .anywhere)
    var model = Model(path: [catalog.modelName(of: resource)], documentation: documentation)
    fill(&model, with: resource.itemFields, of: resource, expansions: resource.expansions)
    if model.idOwner == nil, !isObject, resource.parents.isEmpty {
      model.key = model.properties.first { $0.key == resource.key && $0.type == "String" }
    }
    model.expansions = resource.expansions
    return model
  }

  private mutating func fill(
    _ model: inout Model, with fields: [Field], of resource: Resource? = nil,
    expansions: [ResourceExpansion] = []
  ) {
    for field in fields {
      if field.name == "id", field.kind == .id, field.presence == .always {
        model.idOwner = field.relation.flatMap { owner(of: $0) } ?? model.name
      }
      let inner = expansions.compactMap { $0.inside(field.name) }
      let type =
        if let expansion = expansions.first(where: { $0.key == field.name }) {
          expandedType(of: field, by: expansion)
        } else {
          self.type(of: field, in: &model, expansions: inner)
        }
      let traps = resource?.notes(at: .field(field.name)) ?? []
      model.properties.append(Property(field, type: type, traps: traps))
    }
    for expansion in expansions where !fields.contains(where: { $0.name == expansion.topKey }) {
      model.properties.append(embedded(expansion))
    }
  }

  /// What stands in the place of an id.
  private mutating func expandedType(of field: Field, by expansion: ResourceExpansion) -> String {
    switch expansion.form {
    case .part(let shape, let fields):
      share(shape, fields, summary: field.summary, idOwner: field.relation)
      return "Expandable<\(shape)>"
    case .row, .list, .array:
      return "Expandable<\(field.relation.flatMap { owner(of: $0) } ?? "JSONValue")>"
    }
  }

  /// A key that is there on request alone.
  private func embedded(_ expansion: ResourceExpansion) -> Property {
    let (list, form): (String, Property.Form) =
      switch expansion.form {
      case .list(let list): (list, .rows)
      case .array(let list): (list, .plain)
      case .row, .part: preconditionFailure("`\(expansion.key)` is no field")
      }
    guard let resource = catalog[list] else { preconditionFailure("there is no list `\(list)`") }
    return Property(
      name: Naming.member(expansion.key), key: expansion.key, alias: nil,
      type: "[\(catalog.modelName(of: resource))]", isOptional: true, form: form,
      documentation: [
        "Its \(list.replacing("_", with: " ")); only where a request expands `\(expansion.name)`."
      ])
  }

  private mutating func type(
    of field: Field, in model: inout Model, expansions: [ResourceExpansion]
  )
    -> String
  {
    switch field.kind {
    case .object: return structure(of: field, in: &model, expansions)
    case .list:
      guard let items = field.items else { return "[JSONValue]" }
      guard items == .object else { return "[\(scalar(items, of: field, in: model))]" }
      return "[\(structure(of: field, in: &model, expansions))]"
    case .choice:
      // `Type` is Swift's own.
      let name = field.shape ?? (field.name == "type" ? "Kind" : Naming.type(field.name))
      let documentation =
        "\(field.summary.firstClause.sentence.dropLast()); the API may know more than these."
      let set = OpenSet(name: name, documentation: documentation, values: field.knownValues)
      if field.shape == nil { model.choices.append(set) } else { sharedChoices[name] = set }
      return name
    case .text, .id, .phone, .time, .boolean, .integer, .seconds, .decimal:
      return scalar(field.kind, of: field, in: model)
    }
  }

  private func scalar(_ kind: FieldKind, of field: Field, in model: Model) -> String {
    switch kind {
    case .id:
      if field.name == "id", field.presence == .always { return "ID" }
      return field.relation.flatMap { owner(of: $0) }.map { "\($0).ID" } ?? "String"
    case .time: return "Date"
    case .boolean: return "Bool"
    case .integer, .seconds: return "Int"
    case .decimal: return "Double"
    case .text, .phone, .choice, .object, .list:
      return field.sensitivity == .secret ? "Secret" : "String"
    }
  }

  /// The type whose ids a relation is about; `nil` where it is one of several.
  private func owner(of relation: Relation) -> String? {
    guard case .to(let list) = relation, let resource = catalog[list],
      resource.field(named: resource.key)?.kind == .id
    else { return nil }
    return catalog.modelName(of: resource)
  }

  /// The struct of an object: one of its own, or one that several fields share.
  private mutating func structure(
    of field: Field, in model: inout Model, _ expansions: [ResourceExpansion]
  ) -> String {
    if field.shape == "JSONValue" || field.fields.isEmpty { return "JSONValue" }
    if let shape = field.shape {
      share(shape, field.fields, summary: field.summary)
      return shape
    }
    let name = field.kind == .list ? Naming.element(field.name) : Naming.type(field.name)
    var inner = Model(path: model.path + [name], documentation: [field.summary.sentence])
    fill(&inner, with: field.fields, expansions: expansions)
    model.nested.append(inner)
    return name
  }

  private mutating func share(
    _ shape: String, _ fields: [Field], summary: String, idOwner: Relation? = nil
  ) {
    // The rows of a list have a type already.
    guard shapes[shape] == nil,
      !catalog.resources.contains(where: { catalog.modelName(of: $0) == shape })
    else { return }
    var model = Model(path: [shape], documentation: [summary.sentence])
    // A shape may be inside itself no more than once.
    shapes[shape] = model
    fill(&model, with: fields)
    if let idOwner { model.idOwner = owner(of: idOwner) ?? shape }
    shapes[shape] = model
  }
}

extension Resource {
  /// What is to be known, as notes of a doc comment in which properties have Swift's names.
  func notes(at place: Trap.Place) -> [String] {
    traps.filter { $0.place == place }.map { trap in
      let words = trap.text.split(separator: " ").enumerated().map { index, word in
        let name = word.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let isField = name.contains("_") || (index == 0 && trap.place == .field(String(name)))
        guard isField, field(named: String(name)) != nil else { return String(word) }
        return "`\(Naming.member(String(name)))`" + word.dropFirst(name.count)
      }
      return "- Note: \(words.joined(separator: " ").sentence)"
    }
  }
}

extension ResourceExpansion {
  /// The field or key of the item itself where it comes.
  var topKey: String { String(key.prefix { $0 != "." }) }

  /// The same expansion, as the object in `field` sees it; `nil` where it is elsewhere.
  func inside(_ field: String) -> ResourceExpansion? {
    guard key.hasPrefix(field + ".") else { return nil }
    return ResourceExpansion(
      name, key: String(key.dropFirst(field.count + 1)), form, isForItems: isForItems, since: since)
  }
}
