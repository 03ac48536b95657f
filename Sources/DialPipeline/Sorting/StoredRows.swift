import DialStack

/// Rows that become records again: the items of an account make a page.
struct StoredRows {
  private static let opening = Array(#"{"data":["#.utf8)

  /// Whose rows there are.
  private let owners: [ListOwner?]
  private var records: [Record] = []
  private var page: [UInt8] = Self.opening
  /// What the rows of the page have besides their items.
  private var additions: [RowAddition] = []
  /// Whose items the page has.
  private var owner = 0

  init(of owners: [ListOwner?]) {
    self.owners = owners
  }

  func isFull(_ most: (rows: Int, bytes: Int)) -> Bool {
    records.count + additions.count >= most.rows || page.count >= most.bytes
  }

  /// Takes the row at `offset`.
  mutating func add(_ bytes: [UInt8], _ offset: Int) throws {
    let row = StoredRow(at: offset, in: bytes.span.bytes)
    let start = offset + StoredRow.headSize + row.keySize
    let end = start + row.itemSize
    let addition = try RowAddition(bytes[end..<end + row.additionSize])
    guard row.itemSize > 0 else {
      try endPage()
      records.append(addition.added(to: Record(cells: [], of: owners[row.owner])))
      return
    }
    // An item that fills a page has one to itself.
    if !additions.isEmpty,
      owner != row.owner || page.count + row.itemSize > PageBody.largestBody / 2
    {
      try endPage()
    }
    owner = row.owner
    if !additions.isEmpty { page.append(UInt8(ascii: ",")) }
    page += bytes[start..<end]
    additions.append(addition)
  }

  private mutating func endPage() throws {
    guard !additions.isEmpty else { return }
    page += Array("]}".utf8)
    let body = try PageBody(scanning: page, of: owners[owner])
    records += additions.enumerated().map { $1.added(to: body[$0]) }
    page = Self.opening
    additions = []
  }

  /// The rows in the order in which they came.
  mutating func finish() throws -> [Record] {
    try endPage()
    return records
  }
}
