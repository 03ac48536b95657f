import Synchronization

/// The bytes of one list answer, and where its items and their fields stand.
///
///     let page = try PageBody(scanning: Array(#"{"data":[{"id":"did_1"}]}"#.utf8))
///     page[0].value(at: FieldPath("id"))  // .text("did_1")
///
/// The body is UTF-8 JSON by RFC 8259; a byte order mark is skipped. What no UTF-8 can spell,
/// half a surrogate pair (`"\ud800"`) or bytes that are not UTF-8, is read as U+FFFD in texts,
/// and counted. Of repeated keys the last counts.
package struct PageBody: Sendable {
  /// The most bytes of a body: 64 MiB.
  package static let largestBody = 64 * 1024 * 1024
  /// The most objects and lists in each other, the page itself counted: 512.
  package static let deepestNesting = 512

  /// Where the API says the next page is; `nil` on the last page.
  package let nextPageURL: String?
  /// How many texts were not Unicode.
  package let repairedTexts: Int
  /// Whether the body is one object, without a list around it.
  private let isObject: Bool
  let storage: PageStorage

  /// Scans a body.
  ///
  /// - Parameter owner: whose items the page has; `nil` for those of the platform.
  /// - Throws: a ``PageFault`` for anything but an object with a list of objects in `data`.
  /// - Complexity: O(n) in the bytes.
  package init(scanning body: [UInt8], of owner: ListOwner? = nil) throws(PageFault) {
    self = try TextRepair.scan(body) { body, repairedTexts throws(PageFault) in
      try PageBody(unicode: body, repairedTexts: repairedTexts, of: owner)
    }
  }

  /// Scans a body that is one object, without a list around it: a page of one item.
  ///
  /// - Parameter owner: whose it is; `nil` for what belongs to the platform.
  /// - Throws: a ``PageFault`` for anything but an object.
  /// - Complexity: O(n) in the bytes.
  package init(scanningObject body: [UInt8], of owner: ListOwner? = nil) throws(PageFault) {
    self = try TextRepair.scan(body) { body, repairedTexts throws(PageFault) in
      try PageBody(object: body, repairedTexts: repairedTexts, of: owner)
    }
  }

  private init(object body: [UInt8], repairedTexts: Int, of owner: ListOwner?) throws(PageFault) {
    self.repairedTexts = repairedTexts
    isObject = true
    var scanner = PageScanner()
    try scanner.scanItem(body.span)
    storage = PageStorage(body, scanner, owner: owner)
    nextPageURL = nil
  }

  /// - Parameter repairedTexts: how many texts of `body` were not Unicode before.
  init(unicode body: [UInt8], repairedTexts: Int, of owner: ListOwner?) throws(PageFault) {
    self.repairedTexts = repairedTexts
    isObject = false
    var scanner = PageScanner()
    let next = try scanner.scanPage(body.span)
    storage = PageStorage(body, scanner, owner: owner)
    nextPageURL = next.map { $0.value(in: body).string }
  }

  /// The same page with other bytes, from which no text has to be repaired.
  func rewritten(as body: [UInt8]) throws(PageFault) -> PageBody {
    isObject
      ? try PageBody(object: body, repairedTexts: repairedTexts, of: owner)
      : try PageBody(unicode: body, repairedTexts: repairedTexts, of: owner)
  }

  /// Whose items the page has; `nil` for those of the platform.
  var owner: ListOwner? { storage.owner }

  /// How many bytes it takes, about: those of its text, and the places of its fields.
  package var size: Int { storage.size }

  /// How many items the page holds.
  package var count: Int { storage.items.count }

  /// The item at `index`, counted from 0.
  package subscript(index: Int) -> Record {
    precondition(0 <= index && index < count, "an index lies in its page")
    return Record(storage, item: index)
  }
}

extension PageBody {
  /// Where the API says the next page is, as far as that stands before the items; `nil` where it
  /// does not, and where the body is no page.
  ///
  /// It costs no scan of the items, and promises nothing: only a scan tells what the page says.
  static func nextPageURL(beforeItemsOf body: [UInt8]) -> String? {
    let bytes = body.span.bytes
    var scanner = TokenScanner()
    do throws(PageFault) {
      scanner.skipSpace(in: bytes)
      guard try scanner.peek(in: bytes) == .openBrace,
        try scanner.skipOpening(closedBy: .closeBrace, in: bytes)
      else { return nil }
      repeat {
        let key = try scanner.skipKey(in: bytes)
        guard !key.isText(Bytes("data"), in: bytes) else { return nil }
        let value = try scanner.skipValue(in: bytes, depth: 1)
        if value.isText, key.isText(Bytes("next_page_url"), in: bytes) {
          return value.value(in: body).string
        }
      } while try scanner.skipComma(or: .closeBrace, in: bytes)
    } catch {}
    return nil
  }
}

/// A scanned page, shared by its records.
final class PageStorage: Sendable {
  /// Where one item stands.
  struct Item: Sendable {
    let shape: UInt32
    /// The place of its first value among the tokens of the page.
    let firstToken: UInt32
    let start: UInt32
    let end: UInt32
  }

  /// Unlike that of any other page of this process.
  let number: UInt64
  let bytes: [UInt8]
  let items: [Item]
  let tokens: [JSONToken]
  let shapes: KeyTree
  /// Whose items they are; `nil` for those of the platform.
  let owner: ListOwner?

  /// Keeps what `scanner` found in `bytes`.
  init(_ bytes: [UInt8], _ scanner: PageScanner, owner: ListOwner?) {
    self.number = Self.pages.add(1, ordering: .relaxed).newValue
    self.bytes = bytes
    self.items = scanner.items
    self.tokens = scanner.tokens
    self.shapes = scanner.shapes
    self.owner = owner
  }

  /// How many bytes it takes, about.
  var size: Int {
    bytes.count + tokens.count * MemoryLayout<JSONToken>.stride
      + items.count * MemoryLayout<Item>.stride
  }

  private static let pages = Atomic<UInt64>(0)

  /// The place of the value of `path`'s first key in items of a shape.
  func index(of path: FieldPath, in shape: UInt32) -> Int? {
    let body = bytes
    let bytes = body.span.bytes
    if let index = shapes.index(of: path.name, in: shape, of: bytes) { return index }
    guard let alias = path.alias else { return nil }
    return shapes.index(of: alias, in: shape, of: bytes)
  }

  /// The value of `path` in `item`, its first key being at `index`.
  func value(at path: FieldPath, index: Int, in item: Item) -> Value {
    let token = tokens[Int(item.firstToken) + index]
    guard !path.inner.isEmpty else { return token.value(in: bytes) }
    let body = bytes
    return token.member(at: path.inner, in: body.span.bytes)?.value(in: body) ?? .null
  }

  /// Where the value of `path` stands in `item`; `nil` where it is absent.
  func token(of path: FieldPath, in item: Item) -> JSONToken? {
    guard let index = index(of: path, in: item.shape) else { return nil }
    let body = bytes
    return tokens[Int(item.firstToken) + index].member(at: path.inner, in: body.span.bytes)
  }
}
