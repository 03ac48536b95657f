import DialStack

/// One page of a list: which rows, and where its neighbours are.
struct ServedPage {
  let resource: Resource
  /// The path of the list, percent-encoded.
  let path: String
  /// The items with commas between them.
  var items: ArraySlice<UInt8>
  private let rows: Rows
  private var positions: [Int]
  /// The last rows before the page, three at most.
  private let positionsBefore: [Int]
  var next: String?
  var previous: String?
  /// Without the two page keys, as a few lists of the API are.
  var hasPageKeys = true
  /// With nothing but the items, as a list of what others have is.
  private let isBare: Bool

  /// The page of `rows` that `token` asks for.
  ///
  /// `nil` when the token's id isn't in the list.
  init?(_ token: PageToken, of rows: Rows, resource: Resource, path: String) {
    self.resource = resource
    self.path = path
    hasPageKeys = resource.paging == .pages
    if case .counted = resource.paging { isBare = true } else { isBare = false }
    let selection = rows.selection(token.terms)
    guard let range = ServedPage.range(of: token, in: selection, rows: rows) else { return nil }
    self.rows = rows
    positions = range.map { selection.position(at: $0) }
    positionsBefore = (max(0, range.lowerBound - 3)..<range.lowerBound)
      .map { selection.position(at: $0) }
    items = ServedPage.items(of: rows, in: selection, range)
    func url(_ anchor: (String) -> PageToken.Anchor, at index: Int) -> String? {
      rows.id(at: selection.position(at: index)).map { id in
        var neighbour = token
        neighbour.anchor = anchor(id)
        return ServedPage.url(of: neighbour, path: path)
      }
    }
    if range.upperBound < selection.count, !range.isEmpty, hasPageKeys {
      next = url(PageToken.Anchor.startingAfter, at: range.upperBound - 1)
    }
    if range.lowerBound > 0, !range.isEmpty {
      previous = url(PageToken.Anchor.endingBefore, at: range.lowerBound)
    }
  }

  /// The items one by one, as they are in the list.
  var separateItems: [ArraySlice<UInt8>] { positions.map { rows.items[$0] } }

  /// Puts the last items before the page in front of its own.
  mutating func repeatItemsBefore() {
    positions = positionsBefore + positions
    items = Array(separateItems.joined(separator: [UInt8(ascii: ",")]))[...]
  }

  /// The envelope with the items in it, its keys in the order of the API's documents.
  var body: [UInt8] {
    var json = JSONText()
    json.reserve(items.count + 600)
    json.raw("{")
    if !isBare {
      json.raw(#""object":"list","url":"#)
      json.text(path)
    }
    if hasPageKeys {
      json.raw(#","next_page_url":"#)
      if let next { json.text(next) } else { json.null() }
      json.raw(#","previous_page_url":"#)
      if let previous { json.text(previous) } else { json.null() }
    }
    json.separate()
    json.raw(#""data":["#)
    json.raw(items)
    json.raw("]}")
    return json.bytes
  }

  /// A relative URL that carries all that its listing asked for.
  static func url(of token: PageToken, path: String) -> String {
    "\(path)?page=\(token.text)"
  }

  private static func range(
    of token: PageToken, in selection: Selection, rows: Rows
  ) -> Range<Int>? {
    switch token.anchor {
    case .start: return 0..<min(token.limit, selection.count)
    case .startingAfter(let id):
      guard let position = rows.position(of: id) else { return nil }
      let start = selection.count(before: position + 1)
      return start..<min(start + token.limit, selection.count)
    case .endingBefore(let id):
      guard let position = rows.position(of: id) else { return nil }
      let end = selection.count(before: position)
      return max(0, end - token.limit)..<end
    }
  }

  private static func items(
    of rows: Rows, in selection: Selection, _ range: Range<Int>
  ) -> ArraySlice<UInt8> {
    guard case .some(let positions) = selection else { return rows.items[range] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count * 600)
    for position in positions[range] {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: rows.items[Int(position)])
    }
    return bytes[...]
  }
}
