/// Where the value of a cell stands, and what it is.
///
/// The bytes are in the page that the row comes from, or among those that were made for it.
package struct RawCell: Sendable {
  /// What a cell holds.
  package enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number
    /// Its UTF-8, as it is: nothing in it is escaped.
    case text
    /// JSON as the API sent it.
    case json
  }

  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32
  /// What it holds.
  package let kind: Kind
  /// Whether its bytes were made, and are not in the page.
  package let isMade: Bool

  /// - Parameter isMade: whether the bytes are not in the page.
  @inlinable
  init(_ kind: Kind, from start: Int, to end: Int, isMade: Bool) {
    lower = UInt32(truncatingIfNeeded: start)
    upper = UInt32(truncatingIfNeeded: end)
    self.kind = kind
    self.isMade = isMade
  }

  /// A cell without a value.
  package static let null = RawCell(.null, from: 0, to: 0, isMade: false)

  /// The cell of a token; a text is added to `made` where its escapes have to be undone.
  @inline(__always)
  init(_ token: JSONToken, in page: RawSpan, making made: inout [UInt8]) {
    guard token.kind != .escapedText else {
      let start = made.count
      made += token.decodedText(in: page)
      self.init(.text, from: start, to: made.count, isMade: true)
      return
    }
    let kind: Kind =
      switch token.kind {
      case .null: .null
      case .true: .true
      case .false: .false
      case .number: .number
      case .text, .escapedText: .text
      case .object, .list: .json
      }
    self.init(kind, from: token.start, to: token.end, isMade: false)
  }

  /// Its value, on its own.
  ///
  /// - Parameter bytes: the page, or what was made.
  package func value(in bytes: RawSpan) -> Value {
    func copy() -> Bytes { Bytes((start..<end).map { bytes.byte(at: $0) }) }
    switch kind {
    case .null: return .null
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .number: return .number(copy())
    case .text: return .text(copy())
    case .json:
      let isObject = bytes.byte(at: start) == .openBrace
      return isObject ? .object(copy()) : .list(copy())
    }
  }

  /// Where its bytes begin.
  @inlinable package var start: Int { Int(lower) }

  /// Where its bytes end.
  @inlinable package var end: Int { Int(upper) }
}

/// The cells of some rows, one row behind the other, and the bytes that were made for them.
package struct RawCells: Sendable {
  package private(set) var cells: [RawCell] = []
  /// What stands in no page: texts whose escapes were undone, and what was worked out.
  package private(set) var made: [UInt8] = []

  package init() {}

  package mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    made.removeAll(keepingCapacity: true)
  }

  /// Puts a value in the place of a cell.
  package mutating func replace(_ index: Int, by value: Value) {
    cells[index] = cell(of: value)
  }

  /// Puts what `make` appends in the place of a text of the page; `false` where the cell is none, and
  /// where `make` says so.
  package mutating func replace(
    _ index: Int, in page: RawSpan, by make: (RawSpan, inout [UInt8]) -> Bool
  ) -> Bool {
    let cell = cells[index]
    guard cell.kind == .text, !cell.isMade else { return false }
    let start = made.count
    guard make(page.extracting(cell.start..<cell.end), &made) else { return false }
    cells[index] = RawCell(.text, from: start, to: made.count, isMade: true)
    return true
  }

  /// Appends what `body` puts together: at most so many cells, and the bytes that it makes for them.
  @inline(__always)
  mutating func append(
    atMost count: Int, _ body: (inout OutputSpan<RawCell>, _ made: inout [UInt8]) -> Void
  ) {
    var made: [UInt8] = []
    swap(&made, &self.made)
    cells.append(addingCapacity: count) { body(&$0, &made) }
    swap(&made, &self.made)
  }

  private mutating func cell(of value: Value) -> RawCell {
    switch value {
    case .null: .null
    case .boolean(let flag): RawCell(flag ? .true : .false, from: 0, to: 0, isMade: true)
    case .number(let bytes): made(.number, bytes)
    case .text(let bytes): made(.text, bytes)
    case .object(let bytes), .list(let bytes): made(.json, bytes)
    }
  }

  private mutating func made(_ kind: RawCell.Kind, _ bytes: Bytes) -> RawCell {
    let start = made.count
    made.append(bytes)
    return RawCell(kind, from: start, to: made.count, isMade: true)
  }
}
