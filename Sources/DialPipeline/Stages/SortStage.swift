package import DialLanguage
import DialRows
import DialStack

/// `sort FIELD [asc|desc], …`: orders all rows.
package struct SortStage: Stage {
  package static let signature = Signature(
    "sort", .field.followed(by: .oneOf(["asc", "desc"])).repeated(.withCommas),
    summary: "Order the rows; equal rows keep their order, null comes last.",
    synonyms: ["order", "orderby"],
    details: ["Reads everything first. Memory: all rows."],
    examples: [
      Example("numbers | sort phone_number", "ascending"),
      Example("numbers | sort status, created_at desc", "by two fields"),
    ])

  private let keys: [SortKey]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var keys: [SortKey] = []
    var diagnostics: [Diagnostic] = []
    let rest = arguments.rest
    if rest.count > 1, rest[0].isWord("by"), rest[1].kind == .word, !rest[1].isWord("asc"),
      !rest[1].isWord("desc")
    {
      throw Rejection(.sortedBy(rest[0].range, field: rest[1]))
    }
    repeat {
      let field = try arguments.field()
      var direction = SortOrder.Direction.ascending
      if arguments.skip(word: "desc") {
        direction = .descending
      } else {
        _ = arguments.skip(word: "asc")
      }
      do throws(Rejection) {
        keys.append(SortKey(try context.columns.column(field), direction))
      } catch {
        diagnostics += error.diagnostics
      }
    } while arguments.skip(.comma)
    try arguments.finish(after: "the fields")
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.keys = keys
  }

  package var effect: StageEffect {
    let names = keys.map { key in
      key.order.direction == .descending ? "\(key.column.name) desc" : key.column.name
    }
    var effect = StageEffect(
      "orders all rows by \(names.joined(separator: ", "))", demand: .unknown)
    effect.order = .changed("as sorted here")
    effect.memory = .everything
    effect.gathers = true
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    GatheringWork(into: SortedRecords(keys: keys))
  }
}

private struct SortKey: Sendable {
  let column: Column
  let order: SortOrder

  init(_ column: Column, _ direction: SortOrder.Direction) {
    self.column = column
    order = SortOrder(kind: column.kind, direction: direction)
  }
}

/// How the values of one key are compared; small, as it is read for every comparison.
private struct SortOrder: Sendable {
  enum Direction: Sendable {
    case ascending, descending
  }

  let kind: FieldKind?
  let direction: Direction

  /// Whether a row with `left` comes before, with or after one with `right`.
  func order(_ left: Value, _ right: Value) -> Order {
    switch (left, right) {
    case (.null, .null): .same
    case (.null, _): .descending
    case (_, .null): .ascending
    default:
      switch direction {
      case .ascending: left.order(to: right, as: kind)
      case .descending: right.order(to: left, as: kind)
      }
    }
  }
}

private struct SortedRecords: Gathering {
  let keys: [SortKey]
  private var found: [(record: Record, values: [Value])] = []

  init(keys: [SortKey]) {
    self.keys = keys
  }

  mutating func add(_ batch: Batch) {
    var readers = keys.map { ColumnReader($0.column.accessor) }
    for record in batch.records {
      found.append((record, readers.indices.map { readers[$0].value(in: record) }))
    }
  }

  func rows() throws -> [Record] {
    var stop = StopCheck()
    let orders = keys.map(\.order)
    let sorted = try found.indices.sorted { left, right in
      try stop.step()
      for index in orders.indices {
        switch orders[index].order(found[left].values[index], found[right].values[index]) {
        case .ascending: return true
        case .descending: return false
        case .same: continue
        }
      }
      return left < right
    }
    return sorted.map { found[$0].record }
  }
}
