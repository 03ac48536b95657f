import DialStack

/// One stored property of a model.
struct Property {
  /// How a value is read and written.
  enum Form {
    case plain, time
    /// Rows in the envelope of a list.
    case rows
  }

  var name: String
  /// The key of the API.
  var key: String
  var alias: String?
  /// The type without its question mark.
  var type: String
  var isOptional: Bool
  var form: Form
  var documentation: [String]

  var declaredType: String { isOptional ? type + "?" : type }
}

extension Property {
  /// - Parameters:
  ///   - type: what the property holds.
  ///   - traps: what is to be known of the field, a paragraph each.
  init(_ field: Field, type: String, traps: [String]) {
    name = Self.name(of: field)
    key = field.name
    alias = field.alias
    self.type = type
    // Servers may be older than a key.
    isOptional = field.presence != .always || field.since != .v3_0
    form = field.kind == .time ? .time : .plain
    documentation = [Self.summary(of: field)]
    if field.since != .v3_0 { documentation[0] += " Servers that are older than it don't send it." }
    switch field.sensitivity {
    case .expiringLink(let minutes):
      documentation[0] += " The link opens without a key, for \(minutes) minutes."
    case .secret: documentation[0] += " It is not for every eye."
    case nil: break
    }
    documentation += traps
  }

  /// An id is called as what it leads to.
  private static func name(of field: Field) -> String {
    let leads = field.relation != nil && field.name.hasSuffix("_id")
    return Naming.member(leads ? String(field.name.dropLast(3)) : field.name)
  }

  private static func summary(of field: Field) -> String {
    let summary = field.summary.sentence.dropLast()
    switch field.kind {
    case .text, .id, .phone:
      return field.example.isEmpty ? "\(summary)." : "\(summary): `\(field.example)`."
    case .seconds: return "\(summary), in seconds."
    case .choice, .time, .boolean, .integer, .decimal, .object, .list: return "\(summary)."
    }
  }
}

extension String {
  /// The phrase as a sentence.
  var sentence: String { prefix(1).uppercased() + dropFirst() + "." }

  /// What stands before the first semicolon.
  var firstClause: String { String(prefix { $0 != ";" }) }
}
