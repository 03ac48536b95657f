import DialExport
import DialRows
package import DialStack

extension AccountSelection {
  /// Calls `body` with each account whose list is wanted, in order and each once, as soon as it is
  /// known; until `body` says that it wants no more.
  ///
  /// - Throws: `APIError`, `CancellationError`, and what `body` throws.
  package func forEachOwner(
    asking client: Client, in run: Run, _ body: (ListOwner) async throws -> Bool
  ) async throws {
    var known: Set<Account.ID> = []
    func give(_ owner: ListOwner) async throws -> Bool {
      guard run.fanOut.shard?.contains(owner.id) ?? true, known.insert(owner.id).inserted,
        run.earlier?.done.contains(owner.id) != true
      else { return true }
      return try await body(owner)
    }
    switch self {
    case .none: return
    case .one(let account): _ = try await give(ListOwner(account))
    case .several(let accounts):
      for account in accounts {
        guard try await give(ListOwner(account)) else { return }
      }
    case .all(let list):
      let everyAccount = Endpoint(
        resource: list,
        parameters: [QueryItem(name: "limit", value: "\(Endpoint.largestPage)")], account: nil)
      var reader = OwnerReader(id: .field(list.keyPath), over: list)
      var pages = client.records(of: everyAccount, readingAhead: run.wantsAllRows)
        .makeAsyncIterator()
      while let page = try await Self.naming(list, { try await pages.next() }) {
        for index in 0..<page.body.count {
          guard let owner = reader.owner(page.body[index]) else { continue }
          guard try await give(owner) else { return }
        }
      }
    case .rows(let plan):
      guard let column = plan.columns.visible.first else { return }
      // What it reads is no part of the rows that its ids are wanted for.
      let run = Run(
        client: client, report: RunReport(), now: run.now, zone: run.zone, memory: run.memory,
        fanOut: run.fanOut, kept: run.kept)
      var reader = OwnerReader(id: column.accessor, over: plan.source.list?.resource)
      for try await batch in plan.batches(in: run) {
        for record in batch.records {
          guard let owner = reader.owner(record) else { continue }
          guard try await give(owner) else { return }
        }
      }
    }
  }
}

extension AccountSelection {
  /// What `body` gives; its failure is one of `list`, not of the list that was asked for.
  private static func naming<Result>(
    _ list: Resource, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await body()
    } catch let error as APIError {
      throw error.naming(list.name)
    }
  }
}

/// Takes accounts from rows: their ids from one column, their names and zones where the rows are
/// accounts.
private struct OwnerReader {
  private var id: ColumnReader
  private var name: FieldReader?
  private var timeZone: FieldReader?

  init(id: Accessor, over resource: Resource?) {
    self.id = ColumnReader(id)
    guard resource?.holdsAccounts == true else { return }
    name = FieldReader(FieldPath("name"))
    timeZone = FieldReader(FieldPath("config.timezone"))
  }

  /// The account of a row; `nil` where there is no id.
  mutating func owner(_ record: Record) -> ListOwner? {
    guard let id = Account.ID(rawValue: id.value(in: record).string) else { return nil }
    return ListOwner(
      id, name: Self.text(name?.value(in: record)), timeZone: Self.text(timeZone?.value(in: record))
    )
  }

  private static func text(_ value: Value?) -> String? {
    if case .text(let text)? = value { text.string } else { nil }
  }
}
