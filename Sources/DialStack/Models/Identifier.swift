/// An id of the API: opaque text, never to be parsed.
///
/// `Owner` keeps the ids of different resources apart: a `PhoneNumber.ID` cannot
/// stand where an `Account.ID` is wanted.
public struct Identifier<Owner>: Sendable, Hashable, RawRepresentable {
  /// The id as the API spells it.
  public let rawValue: String

  /// Takes 1 to 255 characters without spaces and control characters.
  ///
  /// `nil` for anything else, and for `.` and `..`, which would change a URL's path.
  public init?(rawValue: String) {
    guard (1...255).contains(rawValue.count), rawValue != ".", rawValue != "..",
      rawValue.unicodeScalars.allSatisfy({ Self.isAllowed($0) })
    else { return nil }
    self.rawValue = rawValue
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
      .surrogate, .privateUse:
      false
    default: true
    }
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Takes a literal in the source code.
  ///
  /// - Precondition: the literal is an id; see ``init(rawValue:)``.
  public init(stringLiteral value: String) {
    guard let id = Self(rawValue: value) else {
      preconditionFailure("`\(value)` is not an id: 1 to 255 characters without spaces")
    }
    self = id
  }
}

extension Identifier: CustomStringConvertible {
  /// The id as the API spells it.
  public var description: String { rawValue }
}

extension Identifier: Codable {
  /// Reads the id from a JSON string.
  ///
  /// - Throws: `DecodingError` when the text is no id; see ``init(rawValue:)``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = Self(rawValue: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an id")
    }
    self = id
  }

  /// Writes the id as a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
