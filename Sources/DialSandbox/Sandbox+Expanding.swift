import DialStack

// What `expand[]` asks for in full.
extension Sandbox {
  /// The most rows that a list inside of an item has.
  private static let mostEmbedded = 10

  /// An item with what `names` ask for in the place of ids, and behind its own keys.
  func expanded(
    _ item: ArraySlice<UInt8>, of resource: Resource, by names: [String], for inquiry: Inquiry
  ) -> [UInt8] {
    guard var value = Value(json: Array(item)) else { return Array(item) }
    for name in names {
      guard let expansion = resource.expansions.first(where: { $0.name == name }) else { continue }
      let path = expansion.key.split(separator: ".").map { String($0) }
      value = expand(value, at: path[...], by: expansion, in: resource.fields, inquiry)
    }
    return value.json
  }

  private func expand(
    _ value: Value, at path: ArraySlice<String>, by expansion: ResourceExpansion,
    in fields: [Field], _ inquiry: Inquiry
  ) -> Value {
    if case .list = value {
      return .list(
        value.items.map { expand($0, at: path, by: expansion, in: fields, inquiry) })
    }
    guard case .object = value, let key = path.first else { return value }
    var members = value.members
    let field = fields.first { $0.name == key }
    let index = members.firstIndex { $0.name == key }
    if path.count > 1 {
      guard let index, let field else { return value }
      members[index].value = expand(
        members[index].value, at: path.dropFirst(), by: expansion, in: field.fields, inquiry)
    } else if let index, let field {
      members[index].value =
        whole(members[index].value, of: field, by: expansion, inquiry) ?? members[index].value
    } else if let rows = embedded(in: members, by: expansion, inquiry) {
      members.append((key, rows))
    }
    return .object(members)
  }

  /// What an id leads to; `nil` where that is nothing.
  private func whole(
    _ id: Value, of field: Field, by expansion: ResourceExpansion, _ inquiry: Inquiry
  ) -> Value? {
    guard case .text(let text) = id else { return nil }
    let row = field.relation?.lists.lazy.compactMap { list in
      self.row(text.string, of: list, inquiry)
    }.first
    switch expansion.form {
    case .row: return row
    case .part(_, let fields):
      if let row {
        return .object(
          fields.compactMap { field in
            row.members.first { $0.name == field.name }
          })
      }
      // What has no list of its own is made up.
      return field.relation == nil
        ? .object(fields.map { ($0.name, $0.name == "id" ? id : $0.exampleValue) }) : nil
    case .list, .array: return nil
    }
  }

  private func row(_ id: String, of list: String, _ inquiry: Inquiry) -> Value? {
    guard let resource = catalog[list],
      let rows = try? rows(of: resource, under: [:], for: inquiry),
      let position = rows.position(of: id)
    else { return nil }
    return Value(json: Array(rows.items[position]))
  }

  /// The rows of another list that belong to an item.
  private func embedded(
    in members: [(name: String, value: Value)], by expansion: ResourceExpansion,
    _ inquiry: Inquiry
  ) -> Value? {
    guard case .text(let id)? = members.first(where: { $0.name == "id" })?.value else {
      return nil
    }
    switch expansion.form {
    case .row, .part: return nil
    case .list(let list):
      let rows = rows(of: list, belongingTo: id.string, inquiry).prefix(Self.mostEmbedded)
      return .object([
        ("object", .text("list")), ("url", .text("")), ("next_page_url", .null),
        ("previous_page_url", .null), ("data", .list(Array(rows))),
      ])
    case .array(let list): return .list(rows(of: list, belongingTo: id.string, inquiry))
    }
  }

  /// The rows of a list that name an item: in their path, or as their target.
  private func rows(of list: String, belongingTo id: String, _ inquiry: Inquiry) -> [Value] {
    guard let resource = catalog[list] else { return [] }
    let parents = resource.parents.first.map { [$0.parameter: id] } ?? [:]
    guard let rows = try? rows(of: resource, under: parents, for: inquiry) else { return [] }
    let terms =
      resource.parents.isEmpty
      ? [FilterTerm("target", values: [id], of: resource)].compactMap { $0 } : []
    let selection = rows.selection(terms)
    return (0..<selection.count).compactMap { index in
      Value(json: Array(rows.items[selection.position(at: index)]))
    }
  }
}

extension Field {
  /// A value of the field for something that nothing else is known of.
  fileprivate var exampleValue: Value {
    switch kind {
    case .integer, .seconds, .decimal: .number(Bytes(example))
    case .boolean: .boolean(example == "true")
    case .object: .object(fields.map { ($0.name, $0.exampleValue) })
    case .list: .list([])
    case .text, .id, .phone, .choice, .time: .text(example)
    }
  }
}
