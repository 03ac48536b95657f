package import DialLanguage
package import DialRows
import DialStack

/// `export csv`: comma-separated values with the quoting of RFC 4180.
package struct CSVFormat: ByteFormat {
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
  private var columns: [Column] = []
  /// Which columns may hold formulas.
  private var mayHoldFormulas: [Bool] = []
  private var formulas = 0

  package init(_ options: ExportOptions) {
    hasHeader = options[.header]
    hasByteOrderMark = options[Self.byteOrderMark]
    lineEnd = options[Self.crlf] ? [0x0D, 0x0A] : [0x0A]
    delimiter = options[Self.separator]
    guardsFormulas = options[Self.formulaGuard]
  }

  private static func delimiter(_ text: String) -> UInt8? {
    guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
    let isPrintable = (0x20..<0x7F).contains(byte) || byte == 0x09
    return isPrintable && byte != UInt8(ascii: "\"") ? byte : nil
  }

  package mutating func begin(
    _ columns: [Column], on terminal: TerminalStyle?, into buffer: inout [UInt8]
  ) {
    self.columns = columns
    mayHoldFormulas = columns.map(\.mayHoldFormula)
    if hasByteOrderMark { buffer += [0xEF, 0xBB, 0xBF] }
    guard hasHeader else { return }
    for (index, column) in columns.enumerated() {
      if index > 0 { buffer.append(delimiter) }
      appendText(Bytes(column.name), into: &buffer)
    }
    buffer += lineEnd
  }

  package mutating func append(_ batch: Batch, into buffer: inout [UInt8]) {
    var readers = columns.map { ColumnReader($0.accessor) }
    for record in batch.records {
      for index in readers.indices {
        if index > 0 { buffer.append(delimiter) }
        appendCell(readers[index].value(in: record), ofColumn: index, into: &buffer)
      }
      buffer += lineEnd
    }
  }

  package var warnings: [String] {
    guard formulas > 0, !guardsFormulas else { return [] }
    let cells = formulas == 1 ? "1 cell begins" : "\(formulas) cells begin"
    return ["\(cells) as a formula does; formulas=guard makes them safe for spreadsheets"]
  }

  private mutating func appendCell(
    _ value: Value, ofColumn index: Int, into buffer: inout [UInt8]
  ) {
    switch value {
    case .null: break
    case .boolean(let flag): buffer += flag ? Array("true".utf8) : Array("false".utf8)
    case .number(let number): buffer.append(number)
    case .object(let json), .list(let json): appendText(json, into: &buffer)
    case .text(let text):
      if mayHoldFormulas[index], text.beginsFormula {
        formulas += 1
        if guardsFormulas {
          return appendText(Bytes(Array("'".utf8) + Array(text.string.utf8)), into: &buffer)
        }
      }
      appendText(text, into: &buffer)
    }
  }

  private func appendText(_ text: Bytes, into buffer: inout [UInt8]) {
    guard needsQuotes(text) else { return buffer.append(text) }
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    for index in 0..<text.count {
      if text[index] == quote { buffer.append(quote) }
      buffer.append(text[index])
    }
    buffer.append(quote)
  }

  /// Quotes stand around an empty text, which an empty cell would turn into null, and around
  /// whatever a reader could take for structure.
  private func needsQuotes(_ text: Bytes) -> Bool {
    guard text.count > 0 else { return true }
    if text[0] == 0x20 || text[text.count - 1] == 0x20 { return true }
    return text.withSpan { text in
      for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "\""), 0x0A, 0x0D, delimiter: return true
        default: continue
        }
      }
      return false
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

extension Bytes {
  /// Whether a spreadsheet would run the text: it begins with `= + - @`, tab or return.
  var beginsFormula: Bool {
    guard count > 0 else { return false }
    switch self[0] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    default: return false
    }
  }
}
