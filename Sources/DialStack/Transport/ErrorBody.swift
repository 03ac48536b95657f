#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the body of an error says, in any of the API's shapes: text and code side by side, a message
/// alone, or an object with both; anything else says nothing.
struct ErrorBody: Sendable, Hashable {
  private(set) var message: String?
  private(set) var code: String?
  private(set) var details: [String: String] = [:]

  /// Reads a body; one that says nothing, or isn't JSON, leaves all empty.
  init(_ body: [UInt8]) {
    let json = Data(TextRepair(body).json)
    guard let read = try? JSONDecoder().decode(Self.self, from: json) else { return }
    self = read
  }
}

extension ErrorBody: Decodable {
  private enum Key: String, CodingKey {
    case error, message, code, details
  }

  /// The inner object counts where `error` is one, else the whole.
  init(from decoder: any Decoder) throws {
    let outer = try decoder.container(keyedBy: Key.self)
    let inner = try? outer.nestedContainer(keyedBy: Key.self, forKey: .error)
    let source = inner ?? outer
    message = Self.text(.message, in: source) ?? Self.text(.error, in: source)
    code = Self.text(.code, in: source) ?? Self.text(.code, in: outer)
    let details = try? outer.decodeIfPresent([String: Reason].self, forKey: .details)
    self.details = (details ?? [:]).compactMapValues(\.text)
  }

  /// A text that says something.
  private static func text(_ key: Key, in container: KeyedDecodingContainer<Key>) -> String? {
    guard let text = try? container.decode(String.self, forKey: key) else { return nil }
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }

  /// A detail that is anything but text is passed over.
  private struct Reason: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }
}
