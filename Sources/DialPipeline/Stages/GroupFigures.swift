import DialLanguage
import DialRows
import DialStack

/// What `stats` keeps of each group.
struct GroupFigures: Gathering {
  private struct Group {
    let values: [Value]
    /// `nil` for the group that all rows are.
    var owner: GroupOwner?
    var count = 0
    var tallies: [Tally]
    /// Where its first row stands, if rows come in any order.
    var rank: RowRank?
  }

  private let figures: [Figure]
  private let columns: [Column]
  private let report: RunReport
  /// How many bytes the values of `median` and `p95` may take before they are put into classes.
  private let room: Int
  private var readers: [ColumnReader?]
  private var indices: [[UInt8]: Int] = [:]
  private var groups: [Group] = []
  private var rowCount = 0
  private(set) var size = 0
  /// How many bytes are values.
  private var valueSize = 0

  init(_ figures: [Figure], of columns: [Column], memory: Int?, report: RunReport) {
    self.figures = figures
    self.columns = columns
    self.report = report
    room = (memory ?? .max) / 4
    readers = figures.map { $0.column.map { ColumnReader($0.accessor) } }
    if columns.isEmpty { groups = [group(of: [], by: nil, at: nil)] }
  }

  private func group(of values: [Value], by owner: GroupOwner?, at rank: RowRank?) -> Group {
    Group(values: values, owner: owner, tallies: figures.map { Tally(of: $0) }, rank: rank)
  }

  mutating func add(_ batch: Batch) {
    var key = RowKey(columns)
    for (number, record) in batch.records.enumerated() {
      let index = columns.isEmpty ? 0 : place(of: record, by: &key, at: batch.rank(of: number))
      rowCount += 1
      groups[index].count += 1
      for figure in readers.indices {
        guard let value = readers[figure]?.value(in: record), value != .null else { continue }
        let grown = groups[index].tallies[figure].add(value)
        size += grown
        if figures[figure].function.keepsNumbers { valueSize += grown }
      }
    }
    if valueSize > room { condense() }
  }

  private mutating func place(of record: Record, by key: inout RowKey, at rank: RowRank?) -> Int {
    let bytes = key.bytes(of: record)
    if let index = indices[bytes] {
      groups[index].owner?.add(record)
      if let rank, let first = groups[index].rank, rank < first { groups[index].rank = rank }
      return index
    }
    size += 2 * bytes.count + 160 + 100 * figures.count
    indices[bytes] = groups.count
    let values: [Value] = key.values(of: record).map(\.detached)
    groups.append(group(of: values, by: GroupOwner(of: record), at: rank))
    return groups.count - 1
  }

  /// Puts the values of `median` and `p95` into classes.
  private mutating func condense() {
    for index in groups.indices {
      for figure in figures.indices where figures[figure].function.keepsNumbers {
        size -= groups[index].tallies[figure].condense()
      }
    }
    valueSize = 0
  }

  func rows() throws -> [Record] {
    var stop = StopCheck()
    let sorted = try groups.enumerated().sorted {
      try stop.step()
      let (left, right) = ($0.element, $1.element)
      if left.count != right.count { return left.count > right.count }
      if let first = left.rank, let second = right.rank { return first < second }
      return $0.offset < $1.offset
    }
    if groups.contains(where: { $0.tallies.contains(where: \.isApproximate) }) {
      report.remark("median and p95 are within 1 %: there were too many values to keep them all")
    }
    for (index, figure) in figures.enumerated() {
      let odd = groups.reduce(0) { $0 + $1.tallies[index].oddValues }
      if odd > 0 {
        report.remark(
          "`\(figure.name.text)` leaves out \(odd) value\(odd == 1 ? "" : "s") that can't be "
            + "calculated with")
      }
    }
    return sorted.map { _, group in
      let cells = figures.indices.map { index in
        group.tallies[index].result(rows: group.count, ofAll: rowCount)
      }
      return Record(cells: group.values + cells, of: group.owner?.owner)
    }
  }
}

extension FigureFunction {
  /// Whether it needs all numbers at the end.
  var keepsNumbers: Bool { self == .median || self == .p95 }
}
