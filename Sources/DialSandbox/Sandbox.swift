package import DialStack
import Synchronization

/// A local DialStack API: the catalog's lists, filled with data made from a seed.
///
/// As a ``Transport`` it answers in memory; ``SandboxServer`` puts it behind a socket. Both
/// go through ``answer(_:)``, so they give the same bytes.
///
/// ```swift
/// let sandbox = try Sandbox(options: .init(numbers: 1000))
/// let page = try await sandbox.send(
///   Request(target: "/v1/phone-numbers?limit=100", account: SandboxOptions.documentAccount))
/// ```
///
/// A list is made when it is first asked for, and from then on served from prepared bytes.
package final class Sandbox: Transport, Sendable {
  /// The key that a program uses which starts a sandbox for itself.
  package static let key = "sk_test_sandbox"

  let options: SandboxOptions
  /// The lists that the API has at its step.
  let catalog: Catalog
  private let store: Store
  private let accounts: Set<String>
  private let requests = Atomic(0)

  /// - Throws: ``SandboxError`` for options that can't be had, and for a database that was
  ///   made by something else or with other options.
  package init(options: SandboxOptions = SandboxOptions(), catalog: Catalog = .standard) throws {
    try options.check()
    self.options = options
    self.catalog = Catalog(resources: catalog.resources.filter { $0.since <= options.api })
    let world = World(catalog: catalog, options: options)
    accounts = Set(world.accounts)
    store = Store(try world.contents())
  }

  /// Answers `request` with the sandbox's own key.
  ///
  /// - Throws: `CancellationError`, and what a client would see of the faults that break
  ///   a connection.
  package func send(_ request: Request) async throws -> Response {
    let answer = try await answer(
      Inquiry(
        method: "GET", target: request.target,
        authorization: "Bearer \(options.key ?? Sandbox.key)", account: request.account?.rawValue))
    return try await deliverInMemory(answer)
  }

  /// Answers one request, in whatever way it came.
  ///
  /// - Throws: `CancellationError` during the latency.
  func answer(_ inquiry: Inquiry) async throws -> SandboxAnswer {
    let number = requests.add(1, ordering: .relaxed).newValue
    if options.latency > .zero { try await Task.sleep(for: options.latency) }
    var answer = plainAnswer(inquiry, number: number)
    answer.response.headers.append(HeaderField("X-Request-Id", "req_\(padded(number, to: 10))"))
    return answer
  }

  private func plainAnswer(_ inquiry: Inquiry, number: Int) -> SandboxAnswer {
    do throws(Refusal) {
      try checkKey(of: inquiry)
      guard inquiry.method == "GET" else { throw Refusal.badMethod }
      return try route(inquiry, faults: FaultDraw(options, request: number))
    } catch {
      return SandboxAnswer(error.response)
    }
  }

  /// The rows of `resource` for the request's account, and for the parents that its path names.
  func rows(
    of resource: Resource, under parents: [String: String], for inquiry: Inquiry
  ) throws(Refusal) -> Rows {
    let list = ListName(
      resource: resource.name, account: try account(of: inquiry, for: resource.scope),
      parents: resource.path.parameters.compactMap { parents[$0] })
    let answers = Recipe.of(resource).answers
    guard let rows = store.rows(of: list, by: resource.key, answers: answers) else {
      throw .noSuchItem(resource.parents.last?.parameter ?? resource.singular)
    }
    return rows
  }

  private func account(of inquiry: Inquiry, for scope: Resource.Scope) throws(Refusal) -> String? {
    let named = inquiry.account.flatMap { $0.isEmpty ? nil : $0 }
    switch scope {
    case .platform: return nil
    case .account:
      guard named != nil else { throw .noAccount }
    case .either: break
    }
    guard named.map(accounts.contains) ?? true else { throw .unknownAccount }
    return named
  }

  private func checkKey(of inquiry: Inquiry) throws(Refusal) {
    guard let key = inquiry.key else { throw .missingKey }
    guard options.accepts(key) else { throw .badKey }
  }
}
