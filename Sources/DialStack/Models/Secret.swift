/// A text that must not show by accident: a PIN, a signing secret, somebody's private number.
///
/// Printed, logged or dumped it is `•••`; ``value`` is the text.
public struct Secret: Sendable, Hashable, Codable {
  /// The text itself.
  public let value: String

  /// Keeps `value` from being shown.
  public init(_ value: String) { self.value = value }

  /// Reads the text from a JSON string.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the text itself, since what is encoded is meant to be read again.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Three dots, whatever the text.
  public var description: String { "•••" }

  /// Three dots, whatever the text.
  public var debugDescription: String { description }

  /// Nothing to look into.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
