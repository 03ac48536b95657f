package import DialLanguage
package import DialRows
import DialStack

/// `export csv`: comma-separated values with the quoting of RFC 4180.
package struct CSVFormat: ByteFormat {
  package static let canBeContinued = true

  package static let signature = Signature(
    format: "csv", options: options,
    summary: "Comma-separated values: UTF-8, one header row, quotes as RFC 4180 has them.",
    details: [
      "null is an empty cell, an empty text is \"\"; objects and lists are JSON text."
    ],
    examples: [
      Example("numbers | export csv", "to standard output"),
      Example("numbers | export csv numbers.csv header=no", "to a file, without the header"),
      Example("numbers | export csv excel.csv bom=yes crlf=yes formulas=guard", "for Excel"),
    ])

  package static let options: [any ExportParameter] = [
    ExportOption.header, crlf, byteOrderMark, separator, formulaGuard,
  ]

  private static let crlf = ExportOption.flag(
    "crlf", default: false, "lines end as on Windows")
  private static let byteOrderMark = ExportOption.flag(
    "bom", default: false, "begins with a byte order mark")
  private static let separator = ExportOption(
    "delimiter", takes: "one ASCII character other than \"", default: UInt8(ascii: ","),
    named: "a comma", "the separator, as in delimiter=\";\"", read: { delimiter($0) })
  private static let formulaGuard = ExportOption(
    "formulas", oneOf: [("guard", true)], default: false,
    "puts ' before a text that a spreadsheet would run as a formula")

  private let hasHeader: Bool
  private let hasByteOrderMark: Bool
  private let lineEnd: [UInt8]
  private let delimiter: UInt8
  private let guardsFormulas: Bool
  /// What makes quotes necessary.
  private let special: SpecialBytes
  private var finder = CellFinder([])
  private var rows = RowWriter()
  /// Which columns may hold formulas.
  private var mayHoldFormulas: [Bool] = []
  private var formulas = 0

  package init(_ options: ExportOptions) {
    hasHeader = options[.header]
    hasByteOrderMark = options[Self.byteOrderMark]
    lineEnd = options[Self.crlf] ? [0x0D, 0x0A] : [0x0A]
    delimiter = options[Self.separator]
    guardsFormulas = options[Self.formulaGuard]
    special = SpecialBytes(.quote, 0x0A, 0x0D, delimiter)
  }

  private static func delimiter(_ text: String) -> UInt8? {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
    let isPrintable = (0x20..<0x7F).contains(byte) || byte == 0x09
    return isPrintable && byte != UInt8(ascii: "\"") ? byte : nil
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    finder = CellFinder(columns.map(\.accessor))
    mayHoldFormulas = columns.map(\.mayHoldFormula)
    if hasByteOrderMark { buffer += [0xEF, 0xBB, 0xBF] }
    guard hasHeader else { return }
    var rows = RowWriter()
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      let name = Array(column.name.utf8)
      rows.write(2 * name.count + 2) { row, count in
        appendText(0..<name.count, of: name.span.bytes, to: &row, &count)
      }
      rows.move(to: &buffer)
    }
    buffer += lineEnd
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    let format = self
    let columns = mayHoldFormulas.count
    var rows = RowWriter()
    swap(&rows, &self.rows)
    var formulas = 0
    finder.forEachPage(of: batch.records) { page, made, cells in
      var start = 0
      while start < cells.count {
        let most = cells.size(of: start..<start &+ columns, factor: 2, extra: 8)
        rows.write(most) { row, count in
          for column in 0..<columns {
            if column > 0 { row.append(format.delimiter, at: &count) }
            let cell = cells[start &+ column]
            format.append(
              cell, ofColumn: column, from: cell.isMade ? made : page, to: &row, &count, &formulas)
          }
          for byte in format.lineEnd { row.append(byte, at: &count) }
        }
        start &+= columns
      }
      rows.move(to: &buffer)
    }
    swap(&rows, &self.rows)
    self.formulas += formulas
  }

  package var warnings: [String] {
    guard formulas > 0, !guardsFormulas else { return [] }
    let cells = formulas == 1 ? "1 cell begins" : "\(formulas) cells begin"
    return ["\(cells) as a formula does; formulas=guard makes them safe for spreadsheets"]
  }

  @inline(__always)
  private func append(
    _ cell: RawCell, ofColumn column: Int, from bytes: RawSpan, to row: inout MutableRawSpan,
    _ count: inout Int, _ formulas: inout Int
  ) {
    switch cell.kind {
    case .null: break
    case .true: row.append("true", at: &count)
    case .false: row.append("false", at: &count)
    case .number: row.copy(cell.start..<cell.end, of: bytes, at: &count)
    case .json: appendText(cell.start..<cell.end, of: bytes, to: &row, &count)
    case .text:
      if mayHoldFormulas[column], beginsFormula(cell, in: bytes) {
        formulas += 1
        if guardsFormulas {
          return appendGuarded(cell.start..<cell.end, of: bytes, to: &row, &count)
        }
      }
      appendText(cell.start..<cell.end, of: bytes, to: &row, &count)
    }
  }

  /// Appends a text, in quotes where it is empty, which an empty cell would turn into null, and where
  /// a reader could take something of it for structure.
  @inline(__always)
  private func appendText(
    _ range: Range<Int>, of bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    let place = count
    let isSpecial = row.copy(range, of: bytes, at: &count, lookingFor: special)
    if isSpecial || range.isEmpty || bytes.byte(at: range.lowerBound) == 0x20
      || bytes.byte(at: range.upperBound &- 1) == 0x20
    {
      count = place
      appendQuoted(range, of: bytes, to: &row, &count)
    }
  }

  @inline(never)
  private func appendQuoted(
    _ range: Range<Int>, of bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    row.append(.quote, at: &count)
    for offset in range {
      let byte = bytes.byte(at: offset)
      if byte == .quote { row.append(.quote, at: &count) }
      row.append(byte, at: &count)
    }
    row.append(.quote, at: &count)
  }

  /// Appends a text with `'` before it.
  private func appendGuarded(
    _ range: Range<Int>, of bytes: RawSpan, to row: inout MutableRawSpan, _ count: inout Int
  ) {
    let text = [UInt8(ascii: "'")] + range.map { bytes.byte(at: $0) }
    appendText(0..<text.count, of: text.span.bytes, to: &row, &count)
  }

  /// Whether a spreadsheet would run the text: it begins with `= + - @`, tab or return.
  @inline(__always)
  private func beginsFormula(_ cell: RawCell, in bytes: RawSpan) -> Bool {
    guard cell.start < cell.end else { return false }
    switch bytes.byte(at: cell.start) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    default: return false
    }
  }
}

extension Column {
  /// Whether the column holds free text, which nobody checked; phone numbers as people read
  /// them are none.
  var mayHoldFormula: Bool {
    !holdsPhones && (kind == .text || kind == nil)
  }
}
