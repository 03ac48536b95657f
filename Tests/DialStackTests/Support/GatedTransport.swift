import DialStack
import Synchronization

/// Holds all requests until it is opened, and then gives each the same answer.
final class GatedTransport: Transport {
  private enum State {
    case closed([CheckedContinuation<Void, Never>])
    case open
  }

  private let state = Mutex(State.closed([]))
  private let answer: Response
  private let onArrival: @Sendable () -> Void

  init(answer: Response, onArrival: @escaping @Sendable () -> Void) {
    self.answer = answer
    self.onArrival = onArrival
  }

  func send(_ request: Request) async throws -> Response {
    await withCheckedContinuation { wake in
      state.withLock { state in
        switch state {
        case .closed(let waiting): state = .closed(waiting + [wake])
        case .open: wake.resume()
        }
      }
      onArrival()
    }
    return answer
  }

  func open() {
    let waiting: [CheckedContinuation<Void, Never>] = state.withLock { state in
      guard case .closed(let waiting) = state else { return [] }
      state = .open
      return waiting
    }
    for wake in waiting { wake.resume() }
  }
}
