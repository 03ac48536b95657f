import DialStack

/// Rows that wait to be sorted, as bytes in memory.
struct RowHeap {
  /// A row that takes more has a chunk of its own.
  private static let chunkSize = 4 << 20

  /// Where a row lies, and the first 16 bytes of its key, which settle most comparisons.
  struct Entry {
    let first: UInt64
    let second: UInt64
    let chunk: UInt32
    let offset: UInt32
  }

  private(set) var entries: [Entry] = []
  private var chunks: [[UInt8]] = []
  /// The chunk that rows are added to.
  private var last = -1

  /// How many bytes the rows take.
  private(set) var size = 0

  /// - Parameter item: `nil` for a row without one.
  mutating func add(key: [UInt8], item: Bytes?, addition: [UInt8], owner: Int) {
    let size = StoredRow.headSize + key.count + (item?.count ?? 0) + addition.count
    self.size += size + MemoryLayout<Entry>.stride
    if last < 0 || chunks[last].count + size > Self.chunkSize {
      last += 1
      if last == chunks.count { chunks.append([]) }
      chunks[last].reserveCapacity(max(size, Self.chunkSize))
    }
    entries.append(
      Entry(
        first: Self.word(of: key, at: 0), second: Self.word(of: key, at: 8), chunk: UInt32(last),
        offset: UInt32(chunks[last].count)))
    StoredRow.append(key: key, item: item, addition: addition, owner: owner, to: &chunks[last])
  }

  /// Eight bytes of a key as a number of their order, 0 standing for what is behind its end.
  private static func word(of key: [UInt8], at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in start..<start + 8 {
      word = word << 8 | (index < key.count ? UInt64(key[index]) : 0)
    }
    return word
  }

  /// Puts the rows in the order of their keys; equal ones keep theirs.
  ///
  /// - Throws: `CancellationError`.
  mutating func sort() throws {
    var stop = StopCheck()
    let chunks = chunks
    try entries.sort { left, right in
      try stop.step()
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      switch Self.order(of: left, right, in: chunks) {
      case .ascending: return true
      case .descending: return false
      case .same: return (left.chunk, left.offset) < (right.chunk, right.offset)
      }
    }
  }

  private static func order(of left: Entry, _ right: Entry, in chunks: [[UInt8]]) -> Order {
    StoredRow.order(
      chunks[Int(left.chunk)], Int(left.offset), chunks[Int(right.chunk)], Int(right.offset))
  }

  /// Calls `body` with the bytes of the row that is the one at `index`, and where they begin.
  func withRow<Failure: Error>(
    _ index: Int, _ body: (_ chunk: [UInt8], _ offset: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let entry = entries[index]
    try body(chunks[Int(entry.chunk)], Int(entry.offset))
  }

  /// Forgets all rows, and keeps the memory for others.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for index in chunks.indices { chunks[index].removeAll(keepingCapacity: true) }
    last = -1
    size = 0
  }
}
