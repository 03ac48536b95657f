/// A list of the API: its items one by one, or its pages.
///
///     for try await number in client.phoneNumbers.list(account: account) { … }
///     let first = try await client.phoneNumbers.list(limit: 10, account: account).firstPage()
///     let all = try await client.phoneNumbers.list(account: account).collect()
///
/// Buffers one page; ends with the last item or with an error; each iteration asks the API
/// anew. Nothing is sent before the first item is asked for.
public struct Listing<Item: Sendable & Decodable>: AsyncSequence, Sendable {
  /// An item of the list.
  public typealias Element = Item

  private let requests: Retrying
  private let endpoint: Endpoint
  /// The size of a page, if the caller named one.
  private let limit: Int?
  /// Why nothing can be sent.
  private let refusal: APIError?

  /// - Parameter endpoint: the list, without a `limit` among its parameters.
  init(
    _ endpoint: Endpoint, limit: Int?, refusal: APIError? = nil, over requests: Retrying
  ) {
    self.requests = requests
    self.endpoint = endpoint
    self.limit = limit
    self.refusal = refusal
  }

  /// The pages of the list, each with up to as many items as the `limit` says, else 100.
  public var pages: Pages<Item> { pages(of: limit ?? Endpoint.largestPage) }

  /// The first page, with one request.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func firstPage() async throws -> Page<Item> {
    var pages = pages.makeAsyncIterator()
    return try await pages.next() ?? Page(items: [], number: 1, hasMore: false)
  }

  /// The first `count` items, or all of them if there is no `count`, however many.
  ///
  /// Of a `count` of 0 or less nothing is asked. Without a `limit`, pages are no larger than
  /// `count`.
  /// - Throws: ``APIError``, `CancellationError`.
  public func collect(limit count: Int? = nil) async throws -> [Item] {
    var items: [Item] = []
    let count = count ?? .max
    guard count > 0 else { return items }
    var pages = pages(of: limit ?? Swift.min(count, Endpoint.largestPage)).makeAsyncIterator()
    while items.count < count, let page = try await pages.next() {
      items += page.items.prefix(count - items.count)
    }
    return items
  }

  private func pages(of size: Int) -> Pages<Item> {
    var endpoint = endpoint
    if let parameter = endpoint.resource.sizeParameter {
      endpoint.parameters.insert(QueryItem(name: parameter, value: "\(size)"), at: 0)
    }
    let isSize = (1...Endpoint.largestPage).contains(size)
    let badSize = APIError(
      .invalidRequest, "a page has 1 to \(Endpoint.largestPage) items, not \(size)")
    return Pages(
      RecordPages(endpoint, over: requests), refusal: refusal ?? (isSize ? nil : badSize),
      text: requests.text)
  }

  /// Goes from item to item, and asks for the next page when it needs it.
  public struct Iterator: AsyncIteratorProtocol {
    private var pages: Pages<Item>.Iterator
    private var items: ArraySlice<Item> = []

    init(_ pages: Pages<Item>.Iterator) {
      self.pages = pages
    }

    /// The next item; `nil` after the last, and after an error.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
      -> Item?
    {
      while items.isEmpty {
        guard let page = try await pages.next(isolation: actor) else { return nil }
        items = page.items[...]
      }
      return items.removeFirst()
    }

    /// The next item; `nil` after the last, and after an error.
    public mutating func next() async throws -> Item? { try await next(isolation: nil) }
  }

  /// Begins at the first item.
  public func makeAsyncIterator() -> Iterator { Iterator(pages.makeAsyncIterator()) }
}

@available(*, unavailable)
extension Listing.Iterator: Sendable {}
