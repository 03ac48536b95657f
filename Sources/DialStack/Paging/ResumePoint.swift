/// The place behind the rows of a page, to be found again in a second walk of the list.
///
/// Lists keep their order. In one that runs newest first, new rows come at the front; so
/// everything before the place is either given already or new since the first walk. Only the keys
/// of one page are kept.
struct ResumePoint {
  private let key: FieldPath
  private let keys: Set<Value>
  /// Whether a row of the page was seen again.
  private(set) var isFound = false

  /// `nil` if rows lack `key`, which tells them apart.
  init?(after page: PageBody, key: FieldPath) {
    self.key = key
    keys = page.values(of: key)
    guard keys.count == page.count else { return nil }
  }

  /// Behind the row with this key.
  init(after last: String, key: FieldPath) {
    self.key = key
    keys = [.text(Bytes(last)), .number(Bytes(last))]
  }

  /// The rows of `page` behind the place; `nil` if there are none.
  mutating func rest(of page: PageBody) -> PageBody? {
    let rest = page.rows(by: key) { value in
      if keys.contains(value) {
        isFound = true
        return false
      }
      return isFound
    }
    return rest.count == 0 ? nil : rest
  }
}

extension PageBody {
  /// The texts and numbers that rows have at `key`.
  func values(of key: FieldPath) -> Set<Value> {
    var reader = FieldReader(key)
    var values: Set<Value> = []
    for index in 0..<count {
      let value = reader.value(in: self[index])
      switch value {
      case .text, .number: values.insert(value)
      case .null, .boolean, .object, .list: continue
      }
    }
    return values
  }

  /// The page with those of its rows whose value at `key` `isWanted`; a row without one has null.
  func rows(by key: FieldPath, _ isWanted: (Value) -> Bool) -> PageBody {
    var reader = FieldReader(key)
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
    try? self.init(unicode: json, repairedTexts: page.repairedTexts, of: page.owner)
  }
}
