import DialRows
import DialStack

/// Puts any number of rows in order within a bound of memory: what has no room is written to a
/// temporary file as sorted runs, which are merged at the end.
///
/// Of a row its key is kept and the bytes of its item, not the page that it came with. Rows that are
/// more than an item stay records, and are not bound.
struct RowSorter {
  /// The most rows of a batch, and about how many bytes.
  private static let batch = (rows: 4096, bytes: 4 << 20)

  private var key: SortKey
  /// The bound, in bytes.
  private let memory: Int
  private var heap = RowHeap()
  private var file: SpillFile?
  private var merge: RunMerge?
  /// How many rows of memory have been given.
  private var given = 0
  private var isSorted = false
  /// The rows that are more than an item.
  private var others: [Record] = []
  /// Whose items they are.
  private var owners: [ListOwner?] = []
  /// Where they are in the list of those.
  private var places: [ListOwner?: Int] = [:]
  private var keyBytes: [UInt8] = []

  init(by key: SortKey, memory: Int) {
    self.key = key
    self.memory = memory
  }

  /// Takes rows; should it throw, none of them.
  ///
  /// - Throws: ``SpillFailure``, `CancellationError`.
  mutating func add(_ batch: Batch) throws {
    if heap.size >= memory { try spill() }
    for (index, record) in batch.records.enumerated() {
      keyBytes.removeAll(keepingCapacity: true)
      key.append(of: record, to: &keyBytes)
      // Equal rows keep their order, in whichever they come.
      if let rank = batch.rank(of: index) { SortKey.append(rank, to: &keyBytes) }
      if record.isItemAlone, let json = record.json {
        heap.add(key: keyBytes, item: json, .item(account: place(of: record.owner)))
      } else {
        let number = withUnsafeBytes(of: UInt64(others.count).littleEndian) { Array($0) }
        heap.add(key: keyBytes, item: Bytes(number), .other)
        others.append(record)
      }
    }
  }

  private mutating func place(of owner: ListOwner?) -> Int {
    if let last = owners.last, last == owner { return owners.count - 1 }
    if let place = places[owner] { return place }
    owners.append(owner)
    places[owner] = owners.count - 1
    return owners.count - 1
  }

  private mutating func spill() throws {
    try heap.sort()
    if file == nil { file = try SpillFile() }
    try file?.append(heap)
    heap.removeAll()
  }

  /// The next rows in order; `nil` behind the last.
  ///
  /// - Throws: ``SpillFailure``, `CancellationError`.
  mutating func next() throws -> Batch? {
    try settle()
    var rows = Rows(others: others)
    if var merge {
      self.merge = nil
      defer { self.merge = merge }
      while merge.hasNext, !rows.isFull(Self.batch) {
        try merge.next { bytes, offset in try rows.add(bytes, offset, owners) }
      }
    } else {
      while given < heap.entries.count, !rows.isFull(Self.batch) {
        try heap.withRow(given) { bytes, offset in try rows.add(bytes, offset, owners) }
        given += 1
      }
    }
    let records = try rows.finish()
    return records.isEmpty ? nil : Batch(records: records)
  }

  /// Makes ready to give rows.
  private mutating func settle() throws {
    guard !isSorted else { return }
    if file != nil {
      if !heap.entries.isEmpty { try spill() }
      heap = RowHeap()
      merge = try file.map { try RunMerge($0, memory: memory) }
    } else {
      try heap.sort()
    }
    isSorted = true
  }
}

/// Rows that become records again: the items of an account make a page.
private struct Rows {
  private let others: [Record]
  private var records: [Record] = []
  private var page: [UInt8] = Self.opening
  /// How many items the page has.
  private var items = 0
  private var owner: ListOwner?

  private static let opening = Array(#"{"data":["#.utf8)

  init(others: [Record]) {
    self.others = others
  }

  func isFull(_ most: (rows: Int, bytes: Int)) -> Bool {
    records.count + items >= most.rows || page.count >= most.bytes
  }

  mutating func add(_ bytes: [UInt8], _ offset: Int, _ owners: [ListOwner?]) throws {
    let span = bytes.span.bytes
    let row = StoredRow(at: offset, in: span)
    let start = offset + StoredRow.headSize + row.keySize
    switch row.content {
    case .item(let index):
      // An item that fills a page has one to itself.
      if items > 0,
        owners[index] != owner || page.count + row.itemSize > PageBody.largestBody / 2
      {
        try endPage()
      }
      owner = owners[index]
      if items > 0 { page.append(UInt8(ascii: ",")) }
      page += bytes[start..<start + row.itemSize]
      items += 1
    case .other:
      try endPage()
      let number = span.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      records.append(others[Int(UInt64(littleEndian: number))])
    }
  }

  private mutating func endPage() throws {
    guard items > 0 else { return }
    page += Array("]}".utf8)
    let body = try PageBody(scanning: page, of: owner)
    records += (0..<body.count).map { body[$0] }
    page = Self.opening
    items = 0
  }

  mutating func finish() throws -> [Record] {
    try endPage()
    return records
  }
}
