/// The place behind the rows of a page, to be found again in a second walk of the list.
///
/// Lists keep their order, and new rows come at the front; so everything before the place is
/// either given already or newer than the first walk. Only the ids of one page are kept.
struct PlaceInList {
  private static let id = FieldPath("id")

  private let ids: Set<Value>
  /// Whether a row of the page was seen again.
  private(set) var isFound = false

  /// `nil` if the rows have no ids.
  init?(after page: PageBody) {
    var reader = FieldReader(Self.id)
    var ids: Set<Value> = []
    for index in 0..<page.count {
      let id = reader.value(in: page[index])
      guard case .text = id else { return nil }
      ids.insert(id)
    }
    self.ids = ids
  }

  /// The rows of `page` behind the place; `nil` if there are none.
  mutating func rest(of page: PageBody) -> PageBody? {
    var reader = FieldReader(Self.id)
    var rows: [Record] = []
    for index in 0..<page.count {
      if ids.contains(reader.value(in: page[index])) {
        isFound = true
      } else if isFound {
        rows.append(page[index])
      }
    }
    if rows.count == page.count { return page }
    return rows.isEmpty ? nil : PageBody(rows, nextPageURL: page.nextPageURL)
  }
}

extension PageBody {
  /// A page of some rows of another.
  init?(_ rows: [Record], nextPageURL: String?) {
    var json = Array(#"{"next_page_url":"#.utf8)
    json.appendJSON(nextPageURL.map { .text($0) } ?? .null)
    json += #","data":["#.utf8
    for (index, row) in rows.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      if let item = row.json { json.append(item) }
    }
    json += "]}".utf8
    try? self.init(scanning: json)
  }
}
