/// One row: an item of a page as the API sent it, cells that a stage computed, or both.
///
/// It takes 16 bytes either way: what a row has besides its item is in a box.
package struct Record: Sendable {
  private enum Content: Sendable {
    case item(PageStorage, UInt32)
    case extended(ExtendedRecord)
  }

  private let content: Content

  init(_ page: PageStorage, item: Int) {
    content = .item(page, UInt32(item))
  }

  /// A row that a stage computed.
  ///
  /// - Parameter owner: whose rows it was made of, where they are all of one.
  package init(cells: [Value], of owner: ListOwner? = nil) {
    content = .extended(ExtendedRecord(owner: owner, cells: cells))
  }

  /// Scans one object without an envelope, by the rules that a ``PageBody`` is scanned by.
  ///
  /// - Parameter owner: whose item it is.
  /// - Throws: a ``PageFault`` for anything but an object.
  /// - Complexity: O(n) in the bytes.
  package init(scanning json: [UInt8], of owner: ListOwner? = nil) throws(PageFault) {
    let page = try TextRepair.scan(json) { json, _ throws(PageFault) in
      var scanner = PageScanner()
      try scanner.scanItem(json.span)
      return PageStorage(json, scanner, owner: owner)
    }
    self.init(page, item: 0)
  }

  /// The value of a field; null where it is absent, and for a row without an item.
  ///
  /// ``FieldReader`` reads one field from many records faster.
  package func value(at path: FieldPath) -> Value {
    guard let (page, item) = pageAndItem, let index = page.index(of: path, in: item.shape)
    else { return .null }
    return page.value(at: path, index: index, in: item)
  }

  /// The item as the API sent it; `nil` for a row without one.
  package var json: Bytes? {
    guard let (page, item) = pageAndItem else { return nil }
    return Bytes(page.bytes, from: Int(item.start), to: Int(item.end))
  }

  /// The keys of the item in their order, each once; none for a row without an item.
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
  /// `nil` for a row without an item.
  package var shape: RecordShape? {
    pageAndItem.map { RecordShape(page: $0.page.number, number: $0.item.shape) }
  }

  /// The account whose item it is, or whose rows it was made of; `nil` for what belongs to the
  /// platform, or to several.
  package var account: Account.ID? { owner?.id }

  /// Whose item it is, or whose rows it was made of; `nil` for what belongs to the platform, or to
  /// several.
  package var owner: ListOwner? {
    switch content {
    case .item(let page, _): page.owner
    case .extended(let record): record.owner
    }
  }

  /// The page of its item; `nil` for a row without one.
  @inline(__always)
  var page: PageStorage? {
    switch content {
    case .item(let page, _): page
    case .extended(let record): record.page
    }
  }

  /// The place of its item in `page`; `nil` for an item of another page, and for a row without one.
  @inline(__always)
  func item(of page: PageStorage) -> Int? {
    switch content {
    case .item(let own, let number): own === page ? Int(number) : nil
    case .extended(let record): record.page === page ? Int(record.item) : nil
    }
  }

  /// The page and the place in it; `nil` for a row without an item.
  @inline(__always)
  var pageAndItem: (page: PageStorage, item: PageStorage.Item)? {
    switch content {
    case .item(let page, let number): return (page, page.items[Int(number)])
    case .extended(let record):
      guard let page = record.page else { return nil }
      return (page, page.items[Int(record.item)])
    }
  }
}

/// What a record has besides its item.
extension Record {
  /// The cells that stages computed.
  package var cells: [Value] {
    if case .extended(let record) = content { record.cells } else { [] }
  }

  /// The records that were joined; `nil` stands where there was none.
  package var joined: [Record?] {
    if case .extended(let record) = content { record.joined } else { [] }
  }

  /// The cell at `index`; null where there is none.
  package func cell(_ index: Int) -> Value {
    guard case .extended(let record) = content, record.cells.indices.contains(index) else {
      return .null
    }
    return record.cells[index]
  }

  /// The record that was joined as the one at `index`; `nil` where there is none.
  package func joined(_ index: Int) -> Record? {
    guard case .extended(let record) = content, record.joined.indices.contains(index) else {
      return nil
    }
    return record.joined[index]
  }

  /// The same row with `cells` and `joined` behind those that it has.
  package func extended(by cells: [Value], joining joined: [Record?] = []) -> Record {
    let record = extended
    return Record(
      ExtendedRecord(
        page: record.page, item: record.item, owner: record.owner, cells: record.cells + cells,
        joined: record.joined + joined))
  }

  /// The same row with one more joined record, or with none at that place.
  package func joining(_ other: Record?) -> Record { extended(by: [], joining: [other]) }

  private init(_ record: ExtendedRecord) {
    content = .extended(record)
  }

  private var extended: ExtendedRecord {
    switch content {
    case .item(let page, let item): ExtendedRecord(page: page, item: item, owner: page.owner)
    case .extended(let record): record
    }
  }
}

/// The box of a record that is more than an item.
private final class ExtendedRecord: Sendable {
  let page: PageStorage?
  /// The place in the page; 0 where there is none.
  let item: UInt32
  let owner: ListOwner?
  let cells: [Value]
  let joined: [Record?]

  init(
    page: PageStorage? = nil, item: UInt32 = 0, owner: ListOwner?, cells: [Value] = [],
    joined: [Record?] = []
  ) {
    self.page = page
    self.item = item
    self.owner = owner
    self.cells = cells
    self.joined = joined
  }
}

/// The keys of an item in their order, told apart within a page.
package struct RecordShape: Sendable, Hashable {
  let page: UInt64
  let number: UInt32
}
