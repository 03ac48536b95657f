import DialStack

/// What a row has besides its item, as bytes: its cells, then the records that were joined to it.
struct RowAddition {
  /// What a part is; its length and its bytes follow.
  private enum Tag: UInt8 {
    case null, `false`, `true`, number, text, object, list
    case record, noRecord
  }

  private var cells: [Value] = []
  private var joined: [Record?] = []

  init(of record: Record) {
    cells = record.cells
    joined = record.joined
  }

  /// Reads what ``append(to:)`` has written.
  ///
  /// - Throws: a ``PageFault`` for a joined record that can't be read.
  init(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while let tag = rest.popFirst().flatMap({ Tag(rawValue: $0) }) {
      let size = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      let part = Array(rest.dropFirst(4).prefix(size))
      rest = rest.dropFirst(4 + size)
      switch tag {
      case .null: cells.append(.null)
      case .false: cells.append(.boolean(false))
      case .true: cells.append(.boolean(true))
      case .number: cells.append(.number(Bytes(part)))
      case .text: cells.append(.text(Bytes(part)))
      case .object: cells.append(.object(Bytes(part)))
      case .list: cells.append(.list(Bytes(part)))
      case .record: joined.append(try Record(scanning: part))
      case .noRecord: joined.append(nil)
      }
    }
  }

  func append(to bytes: inout [UInt8]) {
    func append(_ tag: Tag, _ part: Bytes? = nil) {
      bytes.append(tag.rawValue)
      bytes.appendNumber(part?.count ?? 0)
      if let part { bytes.append(part) }
    }
    for cell in cells {
      switch cell {
      case .null: append(.null)
      case .boolean(let boolean): append(boolean ? .true : .false)
      case .number(let spelling): append(.number, spelling)
      case .text(let text): append(.text, text)
      case .object(let json): append(.object, json)
      case .list(let json): append(.list, json)
      }
    }
    for record in joined {
      if let json = record?.json { append(.record, json) } else { append(.noRecord) }
    }
  }

  /// The row of which it was a part.
  func added(to record: Record) -> Record {
    cells.isEmpty && joined.isEmpty ? record : record.extended(by: cells, joining: joined)
  }
}
