import DialRows
import DialStack

extension AccountSelection {
  /// The accounts whose lists are asked for, in order; `nil` is the platform.
  ///
  /// - Throws: `APIError`, `CancellationError`.
  func accounts(in run: Run) async throws -> [Account.ID?] {
    switch self {
    case .none: return [nil]
    case .one(let account): return [account]
    case .several(let accounts): return accounts
    case .all(let list):
      guard let client = run.client else { preconditionFailure("accounts are asked for") }
      let everyAccount = Endpoint(
        resource: list,
        parameters: [QueryItem(name: "limit", value: "\(Endpoint.largestPage)")], account: nil)
      var ids = IDs(in: .field(list.keyPath))
      for try await page in client.records(of: everyAccount) {
        for index in 0..<page.body.count { ids.add(page.body[index]) }
      }
      return ids.found
    case .rows(let plan):
      guard let column = plan.columns.visible.first else { return [] }
      // What it reads is no part of the rows that its ids are wanted for.
      let run = Run(
        client: run.client, report: RunReport(), now: run.now, zone: run.zone, memory: run.memory)
      var ids = IDs(in: column.accessor)
      for try await batch in plan.batches(over: [], in: run) {
        for record in batch.records { ids.add(record) }
      }
      return ids.found
    }
  }
}

/// The ids of accounts in one column of rows, each once.
private struct IDs {
  private var reader: ColumnReader
  private var known: Set<Account.ID> = []
  private(set) var found: [Account.ID] = []

  init(in column: Accessor) {
    reader = ColumnReader(column)
  }

  /// Adds the id of a row; what is none is left out.
  mutating func add(_ record: Record) {
    guard let id = Account.ID(rawValue: reader.value(in: record).string),
      known.insert(id).inserted
    else { return }
    found.append(id)
  }
}
