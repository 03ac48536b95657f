import DialStack
import Synchronization

let testKey = APIKey("sk_test_0123456789abcdef9d3f")!
let testAccount: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"

extension HostileServer {
  /// A client of this server whose waits take no time.
  func client(
    options: ClientOptions = ClientOptions(), clock: any Clock<Duration> = RecordingClock(),
    random: @escaping @Sendable () -> Double = { 1 }
  ) -> Client {
    Client(
      transport: HTTPTransport(key: testKey, baseURL: baseURL, options: options), hiding: testKey,
      options: options, timing: Timing(clock: clock, now: { 0 }, random: random))
  }
}

/// A clock on which a wait is over at once; it keeps the waits.
final class RecordingClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Swift.Duration

    func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let state = Mutex<(now: Instant, waits: [Swift.Duration])>((Instant(offset: .zero), []))

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Swift.Duration { .zero }
  /// The waits so far.
  var waits: [Swift.Duration] { state.withLock { $0.waits } }

  func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
    try Task.checkCancellation()
    state.withLock { state in
      state.waits.append(state.now.duration(to: deadline))
      state.now = deadline
    }
  }
}

/// Keeps the events of a client.
final class EventLog: Sendable {
  private let state = Mutex<[RequestEvent]>([])

  var events: [RequestEvent] { state.withLock { $0 } }

  func add(_ event: RequestEvent) { state.withLock { $0.append(event) } }
}

/// What `body` throws, if it is an `APIError`.
func apiError(of body: () async throws -> some Sendable) async throws -> APIError? {
  do {
    _ = try await body()
    return nil
  } catch let error as APIError {
    return error
  }
}
