import DialRows
import DialStack

/// Puts any number of rows in order within a bound of memory: what has no room is written to a
/// temporary file as sorted runs, which are merged at the end.
///
/// Of a row its key is kept, the bytes of its item, and those of what stages have added to it, not
/// the page that it came with.
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
  /// Whose rows they are.
  private var owners: [ListOwner?] = []
  /// Where they are in the list of those.
  private var places: [ListOwner?: Int] = [:]
  private var keyBytes: [UInt8] = []
  private var addition: [UInt8] = []

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
      addition.removeAll(keepingCapacity: true)
      RowAddition(of: record).append(to: &addition)
      heap.add(
        key: keyBytes, item: record.json, addition: addition, owner: place(of: record.owner))
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
    var rows = StoredRows(of: owners)
    if var merge {
      self.merge = nil
      defer { self.merge = merge }
      while merge.hasNext, !rows.isFull(Self.batch) {
        try merge.next { bytes, offset in try rows.add(bytes, offset) }
      }
    } else {
      while given < heap.entries.count, !rows.isFull(Self.batch) {
        try heap.withRow(given) { bytes, offset in try rows.add(bytes, offset) }
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
