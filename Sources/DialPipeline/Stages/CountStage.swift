package import DialLanguage
package import DialRows
import DialStack

/// `count [by FIELD, …]`: how many rows there are, in all or a group.
package struct CountStage: Stage {
  package static let signature = Signature(
    "count",
    .field.behind("by").followed(by: .value("NAME").behind("as")).repeated(.withCommas).optional,
    summary: "Count the rows, or the rows of each group, the largest group first.",
    synonyms: ["group", "tally", "freq", "wc"],
    details: [
      "Groups of one size stand in the order of their first row. A function of a field groups, too:",
      "`count by weekday(started_at), hour(started_at)`; `as` gives a column another name.",
      "Reads everything first. Memory: one row a group, in `.memory` at most.",
    ],
    examples: [
      Example("numbers | count", "how many there are"),
      Example("numbers | count by status", "how many of each status"),
      Example("numbers | count by status, number_class | sort count", "by two fields"),
      Example("calls where started_at >= -7d | count by weekday(started_at)", "by a function"),
    ])

  package static let keepsColumns = false

  private let groups: [Column]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    groups = try arguments.groups(in: context)
    try arguments.finish(after: "`count`")
  }

  package func columns(from columns: Columns) -> Columns {
    let count = Column("count", .integer, .cell(groups.count))
    return Columns(ofGroups: groups, and: [count], of: columns, madeBy: "count")
  }

  package var effect: StageEffect {
    let names = groups.map(\.name).joined(separator: ", ")
    var effect = StageEffect(
      groups.isEmpty ? "counts the rows" : "counts the rows of each \(names)", demand: .unknown)
    effect.order = .changed("the largest group first")
    effect.memory = groups.isEmpty ? .page : .oneRowAGroup
    effect.reads = groups.map(\.accessor)
    effect.takesAnyOrder = true
    effect.makesRows = true
    effect.gathers = true
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    GatheringWork(
      into: GroupCounts(columns: groups.map { $0.settled(in: run.zone.days) }))
  }
}

private struct GroupCounts: Gathering {
  let columns: [Column]
  private var indices: [[UInt8]: Int] = [:]
  private var groups: [Group] = []
  private(set) var size = 0

  private struct Group {
    let values: [Value]
    /// `nil` for the group that all rows are.
    var owner: GroupOwner?
    var count: Int
    /// Where its first row stands, if rows come in any order.
    var rank: RowRank?
  }

  init(columns: [Column]) {
    self.columns = columns
    if columns.isEmpty { groups = [Group(values: [], owner: nil, count: 0)] }
  }

  mutating func add(_ batch: Batch) {
    guard !columns.isEmpty else {
      groups[0].count += batch.records.count
      return
    }
    var key = RowKey(columns)
    for (number, record) in batch.records.enumerated() {
      let bytes = key.bytes(of: record)
      let rank = batch.rank(of: number)
      if let index = indices[bytes] {
        groups[index].count += 1
        groups[index].owner?.add(record)
        if let rank, let first = groups[index].rank, rank < first { groups[index].rank = rank }
      } else {
        // The key and the values, each in an array, and their places in two tables.
        size += 2 * bytes.count + 160
        indices[bytes] = groups.count
        groups.append(
          Group(
            values: key.values(of: record).map(\.detached), owner: GroupOwner(of: record), count: 1,
            rank: rank))
      }
    }
  }

  func rows() throws -> [Record] {
    var stop = StopCheck()
    return try groups.enumerated()
      .sorted {
        try stop.step()
        let (left, right) = ($0.element, $1.element)
        if left.count != right.count { return left.count > right.count }
        if let first = left.rank, let second = right.rank { return first < second }
        return $0.offset < $1.offset
      }
      .map { _, group in
        Record(cells: group.values + [.integer(group.count)], of: group.owner?.owner)
      }
  }
}
