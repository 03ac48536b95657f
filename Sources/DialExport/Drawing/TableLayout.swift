import DialRows
import DialStack

/// Which columns a terminal has room for, and how wide each is.
///
/// Columns get room in the order of their importance, each at least as much as it may be cut to;
/// the first that finds none is left out, and all behind it. What room is left then goes to
/// the cells, the widest being cut first. One column stays however narrow the terminal is.
struct TableLayout: Equatable {
  /// What a column asks for.
  struct Request {
    let column: Column
    /// The width of the name.
    let header: Int
    /// The width of the widest cell.
    let cells: Int

    var natural: Int { max(header, cells) }

    /// The width below which the column is not cut: on a terminal of `width` columns it is left
    /// out instead.
    func least(in width: Int) -> Int {
      // A name that nobody wrote is there to be read, and written.
      let name = column.importance == .chosen ? min(header, narrowest) : header
      return max(name, min(cells, isKeptWhole(in: width) ? widestWhole : narrowest))
    }

    /// Whether the cells are whole: a part of a phone number says something else, and a part of
    /// an id can't be copied.
    private func isKeptWhole(in width: Int) -> Bool {
      if column.holdsPhones || column.holdsNumbers || column.kind == .boolean { return true }
      switch (column.importance, column.kind) {
      case (.ranked, .time), (.ranked, .choice): return true
      // The ids of other things tell by their first letters what they are.
      case (.ranked, _) where column.isKey: return true
      case (.chosen, _) where column.isKey: return cells <= width / 2
      default: return false
      }
    }
  }

  /// Cells that are wider than this, and than the terminal, ask for no more room than it.
  static let widestRequest = widestWhole + 1

  /// The columns that are shown, in the order in which they stand.
  private(set) var shown: [Int]
  /// The width of each column that is shown.
  private(set) var widths: [Int]

  /// Every column, as wide as it wants to be.
  init(uncut requests: [Request]) {
    shown = Array(requests.indices)
    widths = requests.map(\.natural)
  }

  /// The first columns, as wide as they want to be, cut where a window of `width` columns ends.
  init(_ requests: [Request], cutAt width: Int) {
    (shown, widths) = ([], [])
    var start = 0
    for index in requests.indices where start < max(1, width) {
      shown.append(index)
      widths.append(min(requests[index].natural, max(1, width - start)))
      start += requests[index].natural + CellLine.gap
    }
  }

  /// The columns that a terminal of `width` columns has room for.
  init(_ requests: [Request], in width: Int) {
    shown = Self.fitting(requests, in: width)
    let available = max(1, width) - CellLine.gap * (shown.count - 1)
    widths = shown.map { min(requests[$0].natural, available) }
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widest(of: requests, in: width) {
      widths[widest] -= 1
      excess -= 1
    }
  }

  private static func fitting(_ requests: [Request], in width: Int) -> [Int] {
    let byImportance = requests.indices.sorted { left, right in
      (requests[left].column.importance, left) < (requests[right].column.importance, right)
    }
    var used = 0
    let fitting = byImportance.prefix { index in
      used += requests[index].least(in: width) + (used > 0 ? CellLine.gap : 0)
      return used <= width
    }
    return fitting.isEmpty ? Array(byImportance.prefix(1)) : fitting.sorted()
  }

  /// The widest of the columns that may be cut further.
  private func widest(of requests: [Request], in width: Int) -> Int? {
    widths.indices.filter { widths[$0] > requests[shown[$0]].least(in: width) }
      .max { widths[$0] < widths[$1] }
  }
}

/// Texts are not cut below this width.
private let narrowest = 12
/// What is kept whole may ask for this width, so that one odd value leaves room for others.
private let widestWhole = 40

extension TerminalStyle {
  /// The most columns that a cell may have where it can be cut; `nil` where none is.
  var widestCell: Int? {
    switch layout {
    case .fitted, .window: max(width, TableLayout.widestRequest)
    case .wide, .expanded: nil
    }
  }
}
