/// Finds some fields of many records at once, as places in the bytes of their pages.
///
/// Where the items of a page hold a field is looked up once for all that have the same keys.
package struct FieldFinder: Sendable {
  /// `nil` stands for a cell that somebody else fills in.
  private let paths: [FieldPath?]
  /// Whether a field lies inside another.
  private let isNested: [Bool]
  /// How long the names of the fields are, and their first eight bytes: what tells most keys apart.
  private let names: [(size: Int, word: UInt64)]
  /// So many places are remembered; a page whose items have no keys in common would fill memory.
  private static let mostIndices = 1 << 16

  /// The page whose shapes are known.
  private var page: UInt64 = 0
  /// Where the places of a shape begin among ``indices``; -1 where they were not looked up yet.
  private var starts: [Int32] = []
  /// For each shape that was looked up, where its items hold each field; -1 where they don't. First
  /// come those of a shape that is not remembered.
  private var indices: [Int32] = []

  package init(_ paths: [FieldPath?]) {
    self.paths = paths
    isNested = paths.map { $0.map { !$0.inner.isEmpty } ?? false }
    names = paths.map { path in
      let name = path?.name ?? Bytes("")
      var word: UInt64 = 0
      for index in (0..<min(name.count, 8)).reversed() { word = word << 8 | UInt64(name[index]) }
      return (path == nil ? -1 : name.count, word)
    }
  }

  /// Appends a row of cells for each record from `start` on that is of the same page, or of none.
  ///
  /// - Parameter limit: the most rows.
  /// - Returns: the page's bytes, and where the next record of another page is.
  package mutating func findRun(
    in records: [Record], from start: Int, limit: Int, into cells: inout RawCells
  ) -> (bytes: [UInt8], end: Int) {
    let records = records.span
    let most = min(records.count, start + limit)
    var end = start
    guard let page = records[start].page else {
      while end < most, records[end].page == nil { end += 1 }
      let count = (end - start) * paths.count
      cells.append(atMost: count) { cells, _ in cells.append(repeating: .null, count: count) }
      return ([], end)
    }
    let body = page.bytes
    let bytes = body.span.bytes
    let tokens = page.tokens
    let items = page.items
    if self.page != page.number { begin(page) }
    cells.append(atMost: (most - start) * paths.count) { cells, made in
      while end < most, let number = records[end].item(of: page) {
        let item = items[number]
        var place = Int(starts[Int(item.shape)])
        if place < 0 { place = find(item.shape, in: page) }
        for column in isNested.indices {
          let index = Int(indices[place &+ column])
          var token = index < 0 ? nil : tokens[Int(item.firstToken) &+ index]
          if isNested[column] { token = token?.member(at: paths[column]?.inner ?? [], in: bytes) }
          cells.append(token.map { RawCell($0, in: bytes, making: &made) } ?? .null)
        }
        end += 1
      }
    }
    return (body, end)
  }

  /// Forgets the shapes of another page.
  private mutating func begin(_ page: PageStorage) {
    self.page = page.number
    indices.removeAll(keepingCapacity: true)
    indices += repeatElement(-1, count: paths.count)
    starts.removeAll(keepingCapacity: true)
    starts += repeatElement(-1, count: page.shapes.count)
  }

  /// Looks up the places of a shape, and tells where they begin.
  private mutating func find(_ shape: UInt32, in page: PageStorage) -> Int {
    let isRemembered = indices.count < Self.mostIndices
    let start = isRemembered ? indices.count : 0
    if isRemembered {
      indices += repeatElement(-1, count: paths.count)
      starts[Int(shape)] = Int32(start)
    } else {
      for column in paths.indices { indices[column] = -1 }
    }
    let body = page.bytes
    let bytes = body.span.bytes
    var isComplete = true
    // Of repeated keys the last counts, which comes first here.
    page.shapes.forEachKey(of: shape) { key, index in
      guard key.kind == .text else { return isComplete = false }
      let size = key.end &- key.start
      let word = bytes.beginning(at: key.start, length: size)
      for column in names.indices
      where names[column].size == size && names[column].word == word
        && indices[start &+ column] < 0 && (size <= 8 || isNamed(key, column, in: bytes))
      {
        indices[start &+ column] = Int32(index)
      }
    }
    for column in paths.indices
    where !isComplete || indices[start + column] < 0 && paths[column]?.alias != nil {
      let index = paths[column].flatMap { page.index(of: $0, in: shape) }
      indices[start + column] = index.map { Int32($0) } ?? -1
    }
    return start
  }

  private func isNamed(_ key: JSONToken, _ column: Int, in bytes: RawSpan) -> Bool {
    paths[column].map { key.isText($0.name, in: bytes) } ?? false
  }
}
