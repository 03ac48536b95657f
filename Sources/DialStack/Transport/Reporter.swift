import Logging
import Synchronization

/// Tells the options' listener and log what happens to requests.
struct Reporter: Sendable {
  private let onEvent: @Sendable (RequestEvent) -> Void
  private let logger: Logger
  private let numbers = RequestNumbers()
  /// Hears of an event first, and says whether it is told.
  private var isTold: @Sendable (RequestEvent) -> Bool = { _ in true }

  init(_ options: ClientOptions) {
    onEvent = options.onEvent
    logger = options.logger
  }

  /// The number of the next request.
  func nextNumber() -> Int { numbers.next() }

  /// The same, but for the events that `isTold` hears of and holds back.
  func asking(_ isTold: @escaping @Sendable (RequestEvent) -> Bool) -> Reporter {
    var reporter = self
    reporter.isTold = isTold
    return reporter
  }

  func report(_ event: RequestEvent) {
    guard isTold(event) else { return }
    onEvent(event)
    logger.debug("\(event)")
  }
}

/// Counts the requests of a client and its copies.
private final class RequestNumbers: Sendable {
  private let last = Atomic(0)

  func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}

extension RequestEvent: CustomStringConvertible {
  /// One line: `3.1 GET /v1/accounts: 200, 5120 bytes in 0.041 seconds`.
  public var description: String {
    switch self {
    case .sending(let attempt): "\(attempt)"
    case .received(let attempt, let status, let bytes, let duration, let requestID):
      "\(attempt): \(status), \(bytes) bytes in \(duration)"
        + (requestID.map { ", request \($0)" } ?? "")
    case .failed(let attempt, let duration, let reason):
      "\(attempt): \(reason) after \(duration)"
    case .waiting(let attempt, let duration, let reason):
      "\(attempt): again in \(duration), since \(reason)"
    }
  }
}

extension RequestAttempt: CustomStringConvertible {
  /// The numbers of the request and the attempt, and what is asked for.
  public var description: String {
    "\(request).\(number) \(method) \(target)" + (account.map { " for \($0)" } ?? "")
  }
}
