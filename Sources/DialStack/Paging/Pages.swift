#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pages of a list, one request each.
///
/// Buffers no page; ends with the page that names no next one, or with an error; each
/// iteration asks the API anew. Nothing is sent before `next()`.
public struct Pages<Item: Sendable & Decodable>: AsyncSequence, Sendable {
  /// A page.
  public typealias Element = Page<Item>

  private let records: RecordPages
  private let refusal: APIError?
  private let text: ServerText

  /// - Parameter refusal: why nothing is sent at all.
  init(_ records: RecordPages, refusal: APIError?, text: ServerText) {
    self.records = records
    self.refusal = refusal
    self.text = text
  }

  /// Asks for one page after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private var records: RecordPages.Iterator?
    private var refusal: APIError?
    private let text: ServerText

    init(_ records: RecordPages.Iterator, refusal: APIError?, text: ServerText) {
      self.records = records
      self.refusal = refusal
      self.text = text
    }

    /// The next page; `nil` after the last, and after an error.
    public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
      -> Page<Item>?
    {
      if let refusal {
        (self.refusal, records) = (nil, nil)
        throw refusal
      }
      guard var records else { return nil }
      self.records = nil
      guard let page = try await records.next(isolation: actor) else { return nil }
      let items = try page.items(as: Item.self, text)
      self.records = records
      return Page(items: items, number: page.number, hasMore: page.hasMore)
    }

    /// The next page; `nil` after the last, and after an error.
    public mutating func next() async throws -> Page<Item>? { try await next(isolation: nil) }
  }

  /// Begins at the first page.
  public func makeAsyncIterator() -> Iterator {
    Iterator(records.makeAsyncIterator(), refusal: refusal, text: text)
  }
}

@available(*, unavailable)
extension Pages.Iterator: Sendable {}

extension RecordPage {
  func items<Item: Decodable>(as type: Item.Type, _ text: ServerText)
    throws(APIError) -> [Item]
  {
    let decoder = JSONDecoder()
    var items: [Item] = []
    items.reserveCapacity(body.count)
    for index in 0..<body.count {
      var json: [UInt8] = []
      if let item = body[index].json { json.append(item) }
      do {
        items.append(try decoder.decode(type, from: Data(json)))
      } catch {
        let reason = text.line(DecodingFailure.sentence(error).utf8)
        throw answer.error(
          .decoding, "malformed item: \(reason)", page: number, item: index + 1)
      }
    }
    return items
  }
}
