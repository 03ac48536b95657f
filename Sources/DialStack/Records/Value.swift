/// A JSON value of a record.
///
/// Equality is by spelling: the numbers `1` and `1.0` are two values here, and the same
/// for ``compareNumbers(_:_:)``.
package enum Value: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number as JSON spells it.
  case number(Bytes)
  /// The UTF-8 of a text, its escapes undone.
  case text(Bytes)
  /// JSON as the API sent it.
  case object(Bytes)
  /// JSON as the API sent it.
  case list(Bytes)

  /// Reads one value as JSON spells it, with or without space around it; `nil` for anything else.
  package init?(json: [UInt8]) {
    guard json.count <= PageBody.largestBody else { return nil }
    do throws(PageFault) {
      var scanner = TokenScanner()
      scanner.skipSpace(in: json.span.bytes)
      let token = try scanner.skipValue(in: json.span.bytes, depth: 0)
      scanner.skipSpace(in: json.span.bytes)
      guard scanner.position == json.count else { return nil }
      self = token.value(in: json)
    } catch {
      return nil
    }
  }

  package static func text(_ text: String) -> Value { .text(Bytes(text)) }

  package static func integer(_ number: Int) -> Value { .number(Bytes(String(number))) }

  /// The value as it is shown: nothing for null, a text itself, all else as JSON spells it.
  package var string: String {
    switch self {
    case .null: ""
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let bytes), .text(let bytes), .object(let bytes), .list(let bytes): bytes.string
    }
  }

  /// The same value without the page that it came from.
  package var detached: Value {
    switch self {
    case .null, .boolean: self
    case .number(let bytes): .number(bytes.detached)
    case .text(let bytes): .text(bytes.detached)
    case .object(let bytes): .object(bytes.detached)
    case .list(let bytes): .list(bytes.detached)
    }
  }
}
