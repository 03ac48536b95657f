import DialRows
import DialStack

/// Makes the cells of one column from many records.
struct CellReader {
  private var reader: ColumnReader
  private let holdsPhones: Bool
  private let terminal: TerminalStyle?
  private let clock: ZoneClock?
  /// Whether numbers are durations in seconds.
  private let holdsSeconds: Bool
  /// The most columns of a cell that may be shown; `nil` where cells are whole.
  private let width: Int?

  /// Cells for `terminal`; without one they are the bare values.
  init(_ column: Column, for terminal: TerminalStyle?) {
    reader = ColumnReader(column.accessor)
    holdsPhones = column.holdsPhones
    self.terminal = terminal
    clock = column.kind == .time ? terminal.map { ZoneClock($0.zone) } : nil
    width = terminal?.widestCell
    holdsSeconds = column.kind == .seconds
  }

  mutating func cell(in record: Record) -> Cell {
    let value = reader.value(in: record)
    return terminal == nil ? Cell(value.string) : shown(value)
  }

  private func shown(_ value: Value) -> Cell {
    switch value {
    case .null: Cell("∅", .absent)
    case .boolean(let flag): flag ? Cell("true", .yes) : Cell("false", .no)
    case .number(let number):
      Cell(holdsSeconds ? number.asClock ?? number : number, .number)
    case .text(let text): shown(text)
    case .object(let json): Cell(Bytes(Value.object(head(of: json)).json), within: width)
    case .list(let json): Cell(Bytes(Value.list(head(of: json)).json), within: width)
    }
  }

  private func shown(_ text: Bytes) -> Cell {
    if holdsPhones { return Cell(text, .phone, within: width) }
    if let time = clock?.text(of: text) { return Cell(time, .time, within: width) }
    return Cell(text, within: width)
  }

  /// As much of a value as its line is made of: all but what no terminal has room for.
  private func head(of json: Bytes) -> Bytes {
    width == nil ? json : json.head(CellReader.longestLine)
  }

  private static let longestLine = 1 << 20
}

extension Bytes {
  /// A number of seconds as a clock shows it, to the millisecond: `0:41`, `1:02:03`, `-0:05.5`; `nil` for one
  /// that is spelled with an exponent, or is a century and more.
  fileprivate var asClock: Bytes? {
    let text = string
    let digits = text.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    let sign = text.hasPrefix("-") ? "-" : ""
    let fraction = text.dropFirst(sign.count + digits.count)
    guard digits.count <= 9, let seconds = Int(digits),
      fraction.isEmpty
        || fraction.first == "." && !fraction.contains("e") && !fraction.contains("E")
    else { return nil }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let head = hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)"
    return Bytes("\(sign)\(head):\(two(seconds % 60))\(fraction.prefix(4))")
  }

  /// The first `count` bytes, or all.
  func head(_ count: Int) -> Bytes { slice(0, min(count, self.count)) }
}

extension Column {
  /// Whether the column holds numbers, which stand at its right edge.
  var holdsNumbers: Bool { kind?.isNumber == true }
}
