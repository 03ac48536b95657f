/// One page of a list.
public struct Page<Item: Sendable & Decodable>: Sendable {
  /// The items in the order of the API.
  public let items: [Item]
  /// Which page of the list it is, from 1.
  public let number: Int
  /// Whether the API says that there is a next page.
  public let hasMore: Bool
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
