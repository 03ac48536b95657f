import DialStack

/// Goes through the runs of a file at once, in the order of all their rows.
struct RunMerge {
  /// What of a run is in memory, its next row first.
  private struct Reader {
    private(set) var bytes: [UInt8] = []
    private(set) var position = 0
    private var next: Int64
    private let end: Int64
    private let chunk: Int

    init(_ run: SpillFile.RunRange, chunk: Int) {
      (next, end) = (run.lowerBound, run.upperBound)
      self.chunk = chunk
    }

    /// The next row; `nil` at the end of the run.
    var row: StoredRow? {
      position < bytes.count ? StoredRow(at: position, in: bytes.span.bytes) : nil
    }

    /// Sees to it that the next row is in memory, if there is one.
    mutating func fill(from file: SpillFile) throws {
      try fill(to: StoredRow.headSize, from: file)
      if let row { try fill(to: row.size, from: file) }
    }

    private mutating func fill(to size: Int, from file: SpillFile) throws {
      guard bytes.count - position < size, next < end else { return }
      bytes.removeFirst(position)
      position = 0
      let count = Int(min(Int64(max(size - bytes.count, chunk)), end - next))
      try file.read(count, at: next, into: &bytes)
      next += Int64(count)
    }

    mutating func pass(_ row: StoredRow) {
      position += row.size
    }
  }

  private let file: SpillFile
  private var readers: [Reader]
  /// The runs that have a row, as a heap: the one with the first row of all on top.
  private var heap: [Int] = []

  /// - Parameter memory: how many bytes the runs share.
  /// - Throws: ``SpillFailure``.
  init(_ file: SpillFile, memory: Int) throws {
    self.file = file
    let chunk = min(max(memory / 4 / max(file.runs.count, 1), 4 << 10), 1 << 20)
    readers = file.runs.map { Reader($0, chunk: chunk) }
    for run in readers.indices {
      try readers[run].fill(from: file)
      if readers[run].row != nil { heap.append(run) }
    }
    for place in heap.indices.reversed() { sink(place) }
  }

  /// Whether a row is left.
  var hasNext: Bool { !heap.isEmpty }

  /// Calls `body` with the bytes of the next row, and where they begin.
  ///
  /// - Throws: ``SpillFailure``.
  mutating func next(_ body: (_ bytes: [UInt8], _ offset: Int) throws -> Void) throws {
    guard let run = heap.first, let row = readers[run].row else { return }
    try body(readers[run].bytes, readers[run].position)
    readers[run].pass(row)
    try readers[run].fill(from: file)
    if readers[run].row == nil {
      let last = heap.removeLast()
      if heap.isEmpty { return }
      heap[0] = last
    }
    sink(0)
  }

  /// Lets what stands at `place` go down to where it belongs.
  private mutating func sink(_ place: Int) {
    var place = place
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard isBefore(heap[child], heap[place]) else { return }
      heap.swapAt(child, place)
      place = child
    }
  }

  /// Whether the next row of a run comes before that of another; of equal ones, that of the earlier
  /// run.
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let order = StoredRow.order(
      readers[left].bytes, readers[left].position, readers[right].bytes, readers[right].position)
    return order == .same ? left < right : order == .ascending
  }
}
