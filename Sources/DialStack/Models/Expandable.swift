/// What an id leads to: the id alone or, where a request asked for it by `expand`, the object.
///
///     let messages = client.voicemails.list(expand: [.call], account: account)
///     for try await message in messages { print(message.call?.object?.connectedAt ?? "nobody") }
public enum Expandable<Object: Identifiable> {
  /// The id alone.
  case id(Object.ID)
  /// The object itself.
  case object(Object)

  /// The id, which is always known.
  public var id: Object.ID {
    switch self {
    case .id(let id): id
    case .object(let object): object.id
    }
  }

  /// The object; `nil` where only its id came.
  public var object: Object? {
    switch self {
    case .id: nil
    case .object(let object): object
    }
  }
}

extension Expandable: Sendable where Object: Sendable, Object.ID: Sendable {}
extension Expandable: Equatable where Object: Equatable {}
extension Expandable: Hashable where Object: Hashable {}

extension Expandable: Decodable where Object: Decodable, Object.ID: Decodable {
  /// Reads an id from a text, and the object from anything else.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let isText = (try? decoder.singleValueContainer().decode(String.self)) != nil
    self = isText ? .id(try Object.ID(from: decoder)) : .object(try Object(from: decoder))
  }
}

extension Expandable: Encodable where Object: Encodable, Object.ID: Encodable {
  /// Writes what came: the id, or the object.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .id(let id): try id.encode(to: encoder)
    case .object(let object): try object.encode(to: encoder)
    }
  }
}
