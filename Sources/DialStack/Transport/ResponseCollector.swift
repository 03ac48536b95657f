import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one answer on the event loop, and gives up when it is too slow or too large.
final class ResponseCollector: HTTPClientResponseDelegate {
  typealias Response = DialStack.Response

  private struct State {
    var response = DialStack.Response(status: 0, headers: [], body: [])
    var watch: Scheduled<Void>?
    var lastByte = NIODeadline.now()
  }

  private let timeouts: Timeouts
  private let state = Mutex(State())

  init(timeouts: Timeouts) {
    self.timeouts = timeouts
  }

  func didSendRequest(task: HTTPClient.Task<Response>) {
    let limit = TimeAmount(timeouts.firstByte)
    let watch = task.eventLoop.scheduleTask(in: limit) {
      task.fail(reason: TransportFailure.noAnswer)
    }
    replaceWatch(with: watch)
  }

  func didReceiveHead(task: HTTPClient.Task<Response>, _ head: HTTPResponseHead)
    -> EventLoopFuture<Void>
  {
    let size = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    guard size <= Response.largestBody else {
      return task.eventLoop.makeFailedFuture(TransportFailure.tooLarge)
    }
    state.withLock { state in
      state.response.status = Int(head.status.code)
      state.response.headers = head.headers.map { HeaderField($0.name, $0.value) }
      state.response.body.reserveCapacity(min(max(size, 0), 1 << 20))
      state.lastByte = .now()
    }
    watchBody(of: task, in: TimeAmount(timeouts.betweenBytes))
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(task: HTTPClient.Task<Response>, _ buffer: ByteBuffer)
    -> EventLoopFuture<Void>
  {
    let isSmall = state.withLock { state in
      guard state.response.body.count + buffer.readableBytes <= Response.largestBody else {
        return false
      }
      state.response.body.append(contentsOf: buffer.readableBytesView)
      state.lastByte = .now()
      return true
    }
    return isSmall
      ? task.eventLoop.makeSucceededVoidFuture()
      : task.eventLoop.makeFailedFuture(TransportFailure.tooLarge)
  }

  func didReceiveError(task: HTTPClient.Task<Response>, _ error: any Error) {
    replaceWatch(with: nil)
  }

  func didFinishRequest(task: HTTPClient.Task<Response>) throws -> Response {
    replaceWatch(with: nil)
    return state.withLock { $0.response }
  }

  /// Looks again when the limit after the last byte is reached, so that bytes cost no timer.
  private func watchBody(of task: HTTPClient.Task<Response>, in delay: TimeAmount) {
    let watch = task.eventLoop.scheduleTask(in: delay) { [self] in
      let limit = TimeAmount(timeouts.betweenBytes)
      let rest = state.withLock { $0.lastByte + limit - .now() }
      if rest > .zero {
        watchBody(of: task, in: rest)
      } else {
        task.fail(reason: TransportFailure.stalledBody)
      }
    }
    replaceWatch(with: watch)
  }

  private func replaceWatch(with watch: Scheduled<Void>?) {
    let old = state.withLock { state in
      let old = state.watch
      state.watch = watch
      return old
    }
    old?.cancel()
  }
}

/// Why the client gave up on an answer.
enum TransportFailure: Error, Hashable {
  case noAnswer, stalledBody, tooLarge
}

extension TimeAmount {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    // Longer than a year is the same as a year.
    self = .nanoseconds(
      min(max(0, seconds), 31_536_000) * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
