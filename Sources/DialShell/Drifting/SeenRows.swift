import DialExport
import DialRows
import DialStack
import Synchronization

/// What was seen of the rows of one list, gathered while it is read.
final class SeenList: Sendable {
  private let seen: Mutex<SeenRows>

  init(of resource: Resource) {
    seen = Mutex(SeenRows(of: resource))
  }

  /// What was seen so far.
  var now: SeenRows { seen.withLock { $0 } }

  func note(_ records: [Record]) {
    seen.withLock { seen in
      for record in records { seen.note(record) }
    }
  }
}

/// What was seen of the rows of one list.
struct SeenRows: Sendable {
  private let fields: [Field]
  private(set) var object = SeenObject()
  private(set) var order: OrderWatch

  init(of resource: Resource) {
    fields = resource.itemFields
    order = OrderWatch(of: resource)
  }

  mutating func note(_ record: Record) {
    guard let json = record.json else { return }
    object.note(.object(json), knowing: fields)
    order.note(record)
  }
}

/// Watches whether rows come in the order that the catalog says.
struct OrderWatch: Sendable {
  private let order: ListOrder
  private let kind: FieldKind?
  private let path: FieldPath?
  private var last: (value: Value, account: Account.ID?)?
  /// How many rows came before one that they belong behind.
  private(set) var breaks = 0

  init(of resource: Resource) {
    order = resource.order
    let field = resource.order.field.flatMap { resource.field(named: $0) }
    kind = field?.kind
    path = field.map { FieldPath($0.name, alias: $0.alias) }
  }

  mutating func note(_ record: Record) {
    guard let path else { return }
    let value = record.value(at: path)
    guard value != .null else { return }
    let account = record.account
    if let last, last.account == account, !isInOrder(last.value, value) { breaks += 1 }
    last = (value.detached, account)
  }

  private func isInOrder(_ first: Value, _ second: Value) -> Bool {
    let comparison: Order? =
      switch (first, second) {
      case (.number(let first), .number(let second)): Value.compareNumbers(first, second)
      case (.text(let first), .text(let second)):
        if kind == .time, let first = Timestamp(first), let second = Timestamp(second) {
          Order(first, second)
        } else {
          Order(first, second)
        }
      default: nil
      }
    switch order {
    case .ascending: return comparison != .descending
    case .newestFirst, .descending: return comparison != .ascending
    case .asListed: return true
    }
  }
}

/// Takes rows, and keeps no more of them than a ``SeenList`` does.
final class SeenSink: RowSink {
  private let seen: SeenList

  init(_ seen: SeenList) {
    self.seen = seen
  }

  func begin() throws {}
  func take(_ batch: Batch) throws { seen.note(batch.records) }
  func finish() throws -> SinkNotes { SinkNotes() }
  func abandon() {}
}
