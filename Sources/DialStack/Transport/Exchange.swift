import NIOCore
import NIOHTTP1
import Synchronization

/// A request on its way, and somebody who waits for the answer.
final class Exchange: Sendable {
  let head: HTTPRequestHead
  /// When the answer has to be whole.
  let deadline: NIODeadline
  private let promise: EventLoopPromise<Response>
  private let hasEnded = Atomic(false)

  init(_ head: HTTPRequestHead, within limit: Duration, on loop: any EventLoop) {
    self.head = head
    deadline = .now() + TimeAmount(limit)
    promise = loop.makePromise()
  }

  /// The answer, with its body read to the end.
  var answer: EventLoopFuture<Response> { promise.futureResult }

  /// Whether nobody waits any more.
  var isOver: Bool { hasEnded.load(ordering: .relaxed) }

  /// Gives the answer, or says why there is none; only the first call counts.
  func end(_ result: Result<Response, any Error>) {
    hasEnded.store(true, ordering: .relaxed)
    promise.completeWith(result)
  }
}

/// Why the client gave up on an exchange.
enum TransportFailure: Error, Hashable {
  case noConnection, noAnswer, stalledBody, tooSlow, tooLarge, closed, badStatus
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    // Longer than a year is the same as a year.
    self = .nanoseconds(
      min(max(0, seconds), 31_536_000) * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
