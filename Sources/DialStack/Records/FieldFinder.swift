/// Finds some fields of many records at once, as places in the bytes of their pages.
///
/// Where the items of a page hold a field is looked up once for all that have the same keys.
package struct FieldFinder: Sendable {
  /// Where the items of one shape hold the fields; -1 where they don't.
  private struct Places: Sendable {
    var page: UInt64 = 0
    var shape: UInt32 = 0
    var indices: [Int32]
  }

  /// `nil` stands for a cell that somebody else fills in.
  private let paths: [FieldPath?]
  /// Whether a field lies inside another.
  private let isNested: [Bool]
  private var last: Places
  private var lastButOne: Places

  package init(_ paths: [FieldPath?]) {
    self.paths = paths
    isNested = paths.map { $0.map { !$0.inner.isEmpty } ?? false }
    last = Places(indices: paths.map { _ in -1 })
    lastButOne = last
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
    guard let page = records[start].page else {
      var end = start
      while end < most, records[end].page == nil {
        for _ in paths { cells.appendNull() }
        end += 1
      }
      return ([], end)
    }
    let body = page.bytes
    let bytes = body.span.bytes
    let tokens = page.tokens
    let items = page.items
    var end = start
    while end < most, let number = records[end].item(of: page) {
      let item = items[number]
      if last.page != page.number || last.shape != item.shape { find(item.shape, in: page) }
      let first = Int(item.firstToken)
      for column in last.indices.indices {
        let index = Int(last.indices[column])
        if index < 0 {
          cells.appendNull()
        } else if isNested[column] {
          let inner = paths[column]?.inner ?? []
          if let token = tokens[first &+ index].member(at: inner, in: bytes) {
            cells.append(token, in: bytes)
          } else {
            cells.appendNull()
          }
        } else {
          cells.append(tokens[first &+ index], in: bytes)
        }
      }
      end += 1
    }
    return (body, end)
  }

  /// Makes the places of `shape` the last ones.
  private mutating func find(_ shape: UInt32, in page: PageStorage) {
    swap(&last, &lastButOne)
    guard last.page != page.number || last.shape != shape else { return }
    (last.page, last.shape) = (page.number, shape)
    for column in paths.indices {
      let index = paths[column].flatMap { page.index(of: $0, in: shape) }
      last.indices[column] = index.map { Int32($0) } ?? -1
    }
  }
}
