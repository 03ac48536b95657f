/// Reads one field from many records, remembering where records of the last shapes held it.
package struct FieldReader: Sendable {
  /// Where the items of one shape hold the field; `index` is -1 where they don't.
  private struct Place: Sendable {
    var page: UInt64 = 0
    var shape: UInt32 = 0
    var index: Int32 = -1
  }

  private let path: FieldPath
  private var last = Place()
  private var lastButOne = Place()

  package init(_ path: FieldPath) {
    self.path = path
  }

  /// The value of the field; null where it is absent, and for a computed row.
  package mutating func value(in record: Record) -> Value {
    guard let (page, item) = record.pageAndItem else { return .null }
    if last.page != page.number || last.shape != item.shape { find(item.shape, in: page) }
    guard last.index >= 0 else { return .null }
    return page.value(at: path, index: Int(last.index), in: item)
  }

  /// Makes the place for `shape` the last one.
  private mutating func find(_ shape: UInt32, in page: PageStorage) {
    swap(&last, &lastButOne)
    guard last.page != page.number || last.shape != shape else { return }
    let index = page.index(of: path, in: shape)
    last = Place(page: page.number, shape: shape, index: index.map { Int32($0) } ?? -1)
  }
}
