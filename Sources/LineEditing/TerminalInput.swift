#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys of a terminal, waited for together with the mailbox.
///
/// What was typed before it is asked for is kept for the next line.
struct TerminalInput {
  enum Event {
    case character(Unicode.Scalar)
    case sequence(String)
    case pasted(String)
    /// Somebody has signalled the mailbox.
    case mail
    case endOfInput
    case failure(CInt)
  }

  private enum Arrival {
    case bytes, pause
    case other(Event)
  }

  /// How long the bytes after an Escape may take to come.
  private static let pause: CInt = 30

  private let descriptor: CInt
  private let wakeUp: WakeUp
  private var decoder = KeyDecoder()

  init(descriptor: CInt, wakeUp: WakeUp) {
    self.descriptor = descriptor
    self.wakeUp = wakeUp
  }

  /// Waits for the next event.
  mutating func next() -> Event {
    var isPaused = false
    while true {
      let arrival: Arrival
      switch decoder.next(afterPause: isPaused) {
      case .character(let scalar): return .character(scalar)
      case .sequence(let text): return .sequence(text)
      case .pasted(let text): return .pasted(text)
      case .incomplete: arrival = waitForBytes(milliseconds: -1)
      case .undecided: arrival = waitForBytes(milliseconds: Self.pause)
      }
      switch arrival {
      case .bytes: isPaused = false
      case .pause: isPaused = true
      case .other(let event): return event
      }
    }
  }

  /// Whether keys have been read that nobody has asked for yet.
  var hasPending: Bool { !decoder.isEmpty }

  /// Drops what was typed for a line that is given up.
  mutating func discard() { decoder = KeyDecoder() }

  private mutating func waitForBytes(milliseconds: CInt) -> Arrival {
    let events = Int16(POLLIN)
    var requests = [
      pollfd(fd: descriptor, events: events, revents: 0),
      pollfd(fd: wakeUp.descriptor, events: events, revents: 0),
    ]
    let count = poll(&requests, 2, milliseconds)
    if count == 0 { return .pause }
    if count < 0 { return errno == EINTR ? .other(.mail) : .other(.failure(errno)) }
    if requests[1].revents != 0 {
      wakeUp.reset()
      return .other(.mail)
    }
    return readBytes()
  }

  private mutating func readBytes() -> Arrival {
    let (chunk, code) = readSome(4096, from: descriptor)
    switch code {
    case nil where !chunk.isEmpty:
      decoder.append(chunk)
      return .bytes
    case nil, EIO: return .other(.endOfInput)
    case EINTR, EAGAIN: return .other(.mail)
    case let code?: return .other(.failure(code))
    }
  }
}
