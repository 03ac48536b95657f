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
///   Request(target: "/v1/phone-numbers?limit=100", account: Sandbox.documentAccount))
/// ```
///
/// A list is made when it is first asked for, and from then on served from prepared bytes.
package final class Sandbox: Transport, Sendable {
  /// The account of the API's documents, which is always there.
  package static let documentAccount: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"

  /// The key that a program uses which starts a sandbox for itself.
  package static let key = "sk_test_sandbox"

  let options: Options
  let catalog: Catalog
  private let store: Store
  private let requests = Atomic(0)

  /// - Throws: ``SandboxError`` for options that can't be had, and for a database that was
  ///   made by something else or with other options.
  package init(options: Options = Options(), catalog: Catalog = .standard) throws {
    try options.check()
    self.options = options
    self.catalog = catalog
    store = Store(try World(catalog: catalog, options: options).contents())
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
  func answer(_ inquiry: Inquiry) async throws -> Answer {
    let number = requests.add(1, ordering: .relaxed).newValue
    if options.latency > .zero { try await Task.sleep(for: options.latency) }
    var answer = plainAnswer(inquiry, number: number)
    answer.response.headers.append(HeaderField("X-Request-Id", "req_\(padded(number, to: 10))"))
    return answer
  }

  private func plainAnswer(_ inquiry: Inquiry, number: Int) -> Answer {
    do throws(Refusal) {
      try checkKey(of: inquiry)
      guard inquiry.method == "GET" else { throw Refusal.badMethod }
      return try route(inquiry, faults: FaultDraw(options, request: number))
    } catch {
      return Answer(error.response)
    }
  }

  /// The rows of `resource` for the request's account.
  func rows(of resource: Resource, for inquiry: Inquiry) throws(Refusal) -> Rows {
    switch resource.scope {
    case .platform:
      guard let rows = store.rows(of: resource, in: nil) else { throw .noSuchPath }
      return rows
    case .account:
      guard let account = inquiry.account, !account.isEmpty else { throw .noAccount }
      guard let rows = store.rows(of: resource, in: account) else { throw .unknownAccount }
      return rows
    }
  }

  private func checkKey(of inquiry: Inquiry) throws(Refusal) {
    guard let key = inquiry.key else { throw .missingKey }
    guard options.accepts(key) else { throw .badKey }
  }
}
