/// One row: an item of a page as the API sent it, or cells that a stage computed.
package struct Record: Sendable {
  private enum Content: Sendable {
    case item(PageStorage, Int)
    case cells([Value])
  }

  private let content: Content

  init(_ page: PageStorage, item: Int) {
    content = .item(page, item)
  }

  /// A row that a stage computed.
  package init(cells: [Value]) {
    content = .cells(cells)
  }

  /// The cell of a computed row; null for an item, and where there is no such cell.
  package func cell(_ index: Int) -> Value {
    guard case .cells(let cells) = content, cells.indices.contains(index) else { return .null }
    return cells[index]
  }

  /// The value of a field; null where it is absent, and for a computed row.
  ///
  /// ``FieldReader`` reads one field from many records faster.
  package func value(at path: FieldPath) -> Value {
    guard let (page, item) = pageAndItem, let index = page.index(of: path, in: item.shape)
    else { return .null }
    return page.value(at: path, index: index, in: item)
  }

  /// The item as the API sent it; `nil` for a computed row.
  package var json: Bytes? {
    guard let (page, item) = pageAndItem else { return nil }
    return Bytes(page.bytes, from: Int(item.start), to: Int(item.end))
  }

  /// The keys of the item in their order, each once; none for a computed row.
  package var fieldNames: [String] {
    guard let (page, item) = pageAndItem else { return [] }
    var seen: Set<Bytes> = []
    var names: [String] = []
    for key in page.shapes.keys(of: item.shape) {
      guard case .text(let name) = key.value(in: page.bytes) else { continue }
      if seen.insert(name).inserted { names.append(name.string) }
    }
    return names
  }

  /// What the item shares with those of its page that have the same keys in the same order;
  /// `nil` for a computed row.
  package var shape: RecordShape? {
    pageAndItem.map { RecordShape(page: $0.page.number, number: $0.item.shape) }
  }

  /// The page and the place in it; `nil` for a computed row.
  @inline(__always)
  var pageAndItem: (page: PageStorage, item: PageStorage.Item)? {
    guard case .item(let page, let number) = content else { return nil }
    return (page, page.items[number])
  }
}

/// The keys of an item in their order, told apart within a page.
package struct RecordShape: Sendable, Hashable {
  let page: UInt64
  let number: UInt32
}
