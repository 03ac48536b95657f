import DialSandbox
import DialStack
import Synchronization

/// A sandbox that refuses some accounts, and forgets its page tokens when it is told to.
final class StubbornAPI: Transport {
  private struct State {
    /// The accounts that are refused, and from which page on.
    var refused: [String: Int] = [:]
    /// How often they are; those that are not here always are.
    var times: [String: Int] = [:]
    /// The pages that were given since it began anew.
    var given: Set<String> = []
    var expiresTokens = false
  }

  private let sandbox: Sandbox
  private let state = Mutex(State())

  init(_ sandbox: Sandbox) {
    self.sandbox = sandbox
  }

  func refuse(_ accounts: [String], fromPage page: Int = 1) {
    state.withLock { state in for account in accounts { state.refused[account] = page } }
  }

  func refuse(_ accounts: [String], times: Int) {
    refuse(accounts)
    state.withLock { state in for account in accounts { state.times[account] = times } }
  }

  func forgive() {
    state.withLock { $0.refused = [:] }
  }

  func startsAnew(expiresTokens: Bool) {
    state.withLock { state in
      state.given = []
      state.expiresTokens = expiresTokens
    }
  }

  func send(_ request: Request) async throws -> Response {
    let isFirst = !request.target.contains("page=")
    let (isRefused, hasExpired) = state.withLock { state in
      let account = request.account?.rawValue ?? ""
      var page = state.refused[account]
      if let times = state.times[account] {
        if times == 0 { page = nil }
        state.times[account] = max(0, times - 1)
      }
      let hasExpired = state.expiresTokens && !isFirst && !state.given.contains(request.target)
      return (page == 1 || page == 2 && !isFirst, hasExpired)
    }
    if isRefused {
      return Response(status: 403, headers: [], body: Array(#"{"error":"not yours"}"#.utf8))
    }
    if hasExpired {
      return Response(
        status: 400, headers: [],
        body: Array(#"{"error":"the page token has expired","code":"invalid_pagination"}"#.utf8))
    }
    let response = try await sandbox.send(request)
    if let page = try? PageBody(scanning: response.body), let next = page.nextPageURL {
      state.withLock { _ = $0.given.insert(next) }
    }
    return response
  }
}
