/// The place behind the rows of a page, to be found again in a second walk of the list.
///
/// Lists keep their order, and new rows come at the front; so everything before the place is
/// either given already or newer than the first walk. Only the ids of one page are kept.
struct PlaceInList {
  private let ids: Set<Value>
  /// Whether a row of the page was seen again.
  private(set) var isFound = false

  /// `nil` if the rows have no ids.
  init?(after page: PageBody) {
    ids = page.ids
    guard ids.count == page.count else { return nil }
  }

  /// The rows of `page` behind the place; `nil` if there are none.
  mutating func rest(of page: PageBody) -> PageBody? {
    let rest = page.rows { id in
      if ids.contains(id) {
        isFound = true
        return false
      }
      return isFound
    }
    return rest.count == 0 ? nil : rest
  }
}

extension PageBody {
  static let id = FieldPath("id")

  /// The ids of the rows that have one.
  var ids: Set<Value> {
    var reader = FieldReader(Self.id)
    var ids: Set<Value> = []
    for index in 0..<count {
      let id = reader.value(in: self[index])
      if case .text = id { ids.insert(id) }
    }
    return ids
  }

  /// The page with those of its rows whose id `isWanted`; null is the id of a row without one.
  func rows(_ isWanted: (Value) -> Bool) -> PageBody {
    var reader = FieldReader(Self.id)
    let rows = (0..<count).map { self[$0] }.filter { isWanted(reader.value(in: $0)) }
    guard rows.count < count, let page = PageBody(rows, of: self) else { return self }
    return page
  }

  private init?(_ rows: [Record], of page: PageBody) {
    var json = Array(#"{"next_page_url":"#.utf8)
    json.appendJSON(page.nextPageURL.map { .text($0) } ?? .null)
    json += #","data":["#.utf8
    for (index, row) in rows.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      if let item = row.json { json.append(item) }
    }
    json += "]}".utf8
    try? self.init(unicode: json, repairedTexts: page.repairedTexts, of: page.account)
  }
}
