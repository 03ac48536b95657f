import DialLanguage
import DialRows
import DialStack

/// A list that belongs to each row, and is asked for by the row's id: the members of a queue.
struct PartList {
  let resource: Resource
  /// Where a row has the id that the path names.
  let key: Accessor
  private let parameter: String

  /// What the lists are called that belong to a row.
  static func names(over columns: Columns, in catalog: Catalog) -> [String] {
    guard let owner = columns.resource else { return [] }
    return catalog.parts(of: owner).filter { $0.paging != .object }
      .map { $0.shortName(under: owner) }
  }

  /// - Returns: `nil` where the field is a column, or no list of the API is called so.
  init?(_ field: FieldName, over columns: Columns, in catalog: Catalog) {
    guard let owner = columns.resource, owner.field(named: field.text) == nil,
      !columns.visible.contains(where: { $0.name == field.text }),
      let part = catalog.part(called: field.text, of: owner), part.paging != .object
    else { return nil }
    resource = part
    key = .field(owner.keyPath)
    parameter = part.parents[0].parameter
  }

  /// The columns with those of an item called `name` behind them.
  func columns(of name: String, behind columns: Columns) -> Columns {
    var room = columns.room
    let join = Columns.Join(name: name, resources: [resource], index: room.joined)
    room.joined += 1
    let all = columns.showing(columns.visible, room: room).adding(join)
    let items = resource.itemFields.compactMap { all.joinedColumn("\(name).\($0.name)") }
    return all.showing(all.visible + items)
  }

  /// The list of the row whose id is `id`; `nil` where that can't stand in a path.
  fileprivate func endpoint(of id: String, for owner: ListOwner?) -> Endpoint? {
    guard let path = resource.path.filled([parameter: id]) else { return nil }
    let size = resource.sizeParameter.map {
      QueryItem(name: $0, value: "\(Endpoint.largestPage)")
    }
    return Endpoint(
      resource: resource, path: path, parameters: size.map { [$0] } ?? [], owner: owner)
  }
}

/// Reads the list of each row, several side by side.
struct PartListWork: StageWork {
  private let list: PartList
  private let name: String
  private var reader: ColumnReader
  /// How many rows had nothing in their lists.
  private var empty = 0

  init(_ list: PartList, called name: String) {
    self.list = list
    self.name = name
    reader = ColumnReader(list.key)
  }

  mutating func take(_ batch: inout Batch, in run: Run) async throws -> Flow {
    guard let client = run.client else { return .goOn }
    var rows: [Record] = []
    var rest = batch.records.map { ($0, endpoint(of: $0)) }[...]
    while !rest.isEmpty {
      let some = rest.prefix(max(1, run.fanOut.concurrency))
      rest = rest.dropFirst(some.count)
      let lists = try await Self.items(of: some.map(\.1), from: client)
      for ((record, _), items) in zip(some, lists) {
        if items.isEmpty { empty += 1 }
        rows += items.map { record.joining($0) }
      }
    }
    batch.records = rows
    return .goOn
  }

  private mutating func endpoint(of record: Record) -> Endpoint? {
    guard case .text(let id) = reader.value(in: record) else { return nil }
    return list.endpoint(of: id.string, for: record.owner)
  }

  /// The items of lists that are asked for at the same time.
  private static func items(
    of endpoints: [Endpoint?], from client: Client
  ) async throws -> [[Record]] {
    try await withThrowingTaskGroup(of: (Int, [Record]).self) { group in
      for (place, endpoint) in endpoints.enumerated() {
        guard let endpoint else { continue }
        group.addTask {
          var items: [Record] = []
          for try await page in client.records(of: endpoint) {
            items += (0..<page.body.count).map { page.body[$0] }
          }
          return (place, items)
        }
      }
      return try await group.reduce(into: endpoints.map { _ in [] }) { $0[$1.0] = $1.1 }
    }
  }

  func finish(in run: Run) { run.report.tellOfEmpty(empty, in: name) }
}
