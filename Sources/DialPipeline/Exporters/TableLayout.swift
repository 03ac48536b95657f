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

    /// The width below which the column is not cut: it is left out instead.
    var least: Int {
      max(min(header, narrowest), min(cells, column.isKeptWhole ? widestWhole : narrowest))
    }
  }

  /// The columns that are shown, in the order in which they stand.
  private(set) var shown: [Int]
  /// The width of each column that is shown.
  private(set) var widths: [Int]

  /// Every column, as wide as it wants to be.
  init(uncut requests: [Request]) {
    shown = Array(requests.indices)
    widths = requests.map(\.natural)
  }

  /// The columns that a terminal of `width` columns has room for.
  init(_ requests: [Request], in width: Int) {
    shown = Self.fitting(requests, in: width)
    let available = width - gap * (shown.count - 1)
    widths = shown.map { min(requests[$0].natural, available) }
    var excess = widths.reduce(0, +) - available
    while excess > 0, let widest = widest(above: requests) {
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
      used += requests[index].least + (used > 0 ? gap : 0)
      return used <= width
    }
    return fitting.isEmpty ? Array(byImportance.prefix(1)) : fitting.sorted()
  }

  /// The widest of the columns that may be cut further.
  private func widest(above requests: [Request]) -> Int? {
    widths.indices.filter { widths[$0] > requests[shown[$0]].least }
      .max { widths[$0] < widths[$1] }
  }
}

/// The columns between two cells.
let gap = 2
/// Texts are not cut below this width.
private let narrowest = 12
/// What is kept whole may ask for this width, so that one odd value leaves room for others.
private let widestWhole = 40

extension Column {
  /// Whether the column is left out rather than cut: part of a number says something else.
  ///
  /// Ids and times are cut where that saves a column that the user chose.
  var isKeptWhole: Bool {
    if holdsPhones || holdsNumbers || kind == .boolean { return true }
    guard importance != .chosen else { return false }
    return kind == .time || kind == .choice || kind == .id && name == "id"
  }
}
