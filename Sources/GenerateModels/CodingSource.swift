/// How a model is read and written, as source text.
enum CodingSource {
  /// The keys of a model's JSON.
  static func keys(of model: Model, named name: String) -> String {
    let plain = model.properties.filter { $0.name == $0.key }
    var lines: [String] = []
    if !plain.isEmpty {
      lines.append("case \(plain.map { Naming.declared($0.name) }.joined(separator: ", "))")
    }
    for property in model.properties {
      if property.name != property.key {
        lines.append("case \(Naming.declared(property.name)) = \"\(property.key)\"")
      }
      if let alias = property.alias { lines.append("case \(property.name)Alias = \"\(alias)\"") }
    }
    return """
      private enum \(name): String, CodingKey {
      \(lines.joined(separator: "\n").indented)
      }
      """
  }

  /// The conformance of a model that the compiler can't make.
  static func text(of model: Model) -> String {
    let must = model.properties.filter { !$0.isOptional }.map { "`\($0.key)`" }
    let needs =
      must.isEmpty
      ? "any of its keys may be absent or null."
      : "\(list(must)) must be there, the rest may be absent or null."
    let read = ModelSource.comment([
      "Reads it as the API writes it: \(needs)", "- Throws: `DecodingError`.",
    ])
    let body = """
      \(keys(of: model, named: "Key"))

      \(read)public init(from decoder: any Decoder) throws {
        let item = try decoder.container(keyedBy: Key.self)
      \(model.properties.map { reading($0) }.joined(separator: "\n").indented)
      }

      /// Writes it as the API does, without the keys that have no value.
      public func encode(to encoder: any Encoder) throws {
        var item = encoder.container(keyedBy: Key.self)
      \(model.properties.map { writing($0) }.joined(separator: "\n").indented)
      }
      """
    return "extension \(model.name): Codable {\n\(body.indented)\n}"
  }

  private static func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  private static func reading(_ property: Property) -> String {
    let name = property.name
    let alias = property.alias == nil ? "" : ", alias: .\(name)Alias"
    let value: String
    switch (property.form, property.isOptional) {
    case (.time, true): value = "timeIfPresent(.\(name))"
    case (.time, false): value = "time(.\(name))"
    case (.rows, _): value = "rowsIfPresent(.\(name))"
    case (.plain, true): value = "decodeIfPresent(.\(name)\(alias))"
    case (.plain, false):
      value =
        alias.isEmpty
        ? "decode(\(property.type).self, forKey: .\(name))" : "decode(.\(name)\(alias))"
    }
    return "\(Naming.declared(name) == name ? name : "self.\(name)") = try item.\(value)"
  }

  private static func writing(_ property: Property) -> String {
    let name = property.name
    switch property.form {
    case .time: return "try item.encodeTime(\(name), forKey: .\(name))"
    case .rows: return "try item.encodeRows(\(name), forKey: .\(name))"
    case .plain:
      let value = Naming.declared(name) == name ? name : "self.\(name)"
      return "try item.encode\(property.isOptional ? "IfPresent" : "")(\(value), forKey: .\(name))"
    }
  }
}
