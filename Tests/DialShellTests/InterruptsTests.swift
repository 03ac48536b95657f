import DialShell
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program does that is told to stop and does not.
struct InterruptsTests {
  private let ends = Ends()

  /// Has `body` send signals to a program whose work, and the work inside of it, never stop.
  private func stubborn(_ depth: Int = 1, _ body: (Interrupts) -> Void) async {
    let interrupts = Interrupts(
      Interrupts.Means(leave: { ends.left($0) }, later: { ends.later($0, $1) }))
    let gate = Gate()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await work(depth, interrupts, until: gate) }
      await gate.isReached()
      body(interrupts)
      gate.open()
    }
  }

  private func work(_ depth: Int, _ interrupts: Interrupts, until gate: Gate) async {
    await interrupts.cancellable {
      depth > 1 ? await work(depth - 1, interrupts, until: gate) : await gate.pass()
    }
  }

  @Test(arguments: [1, 2]) func theThirdControlCEndsIt(depth: Int) async {
    await stubborn(depth) { interrupts in
      interrupts.receive(SIGINT)
      interrupts.receive(SIGINT)
      #expect(ends.statuses == [])
      interrupts.receive(SIGINT)
      #expect(ends.statuses == [.interrupted])
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGALRM])
  func itIsEndedByTheClock(_ signal: CInt) async {
    await stubborn(2) { interrupts in
      interrupts.receive(signal)
      #expect(ends.statuses == [])
      #expect(ends.delays == [.seconds(1)])
      ends.timePasses()
      #expect(ends.statuses.map(\.rawValue) == [128 + signal])
      #expect(interrupts.status(.done).rawValue == 128 + signal)
    }
  }

  @Test func aControlCThatEndsTheProgramIsHeldToTheClock() async {
    await stubborn { interrupts in
      interrupts.receive(SIGINT)
      ends.timePasses()
      #expect(ends.statuses == [.interrupted])
    }
  }

  @Test func aControlCAtThePromptLeavesTheSession() async {
    await stubborn(2) { interrupts in
      interrupts.receive(SIGINT)
      #expect(ends.delays == [])
      #expect(interrupts.status(.done) == .done)
    }
  }

  @Test(arguments: [(SIGINT, false), (SIGTERM, true)])
  func betweenTwoLinesOfASessionControlCIsNothing(_ signal: CInt, isEnded: Bool) async {
    let interrupts = Interrupts(
      Interrupts.Means(leave: { ends.left($0) }, later: { ends.later($0, $1) }))
    let gate = Gate()
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await interrupts.session {
          await gate.pass()
          return Task.isCancelled
        }
      }
      await gate.isReached()
      for _ in 1...(isEnded ? 1 : 5) { interrupts.receive(signal) }
      #expect(ends.statuses == [])
      gate.open()
      #expect(await group.next() == isEnded)
    }
  }

  @Test func beforeThereIsWorkASignalEndsItAtOnce() {
    let interrupts = Interrupts(
      Interrupts.Means(leave: { ends.left($0) }, later: { ends.later($0, $1) }))
    interrupts.receive(SIGTERM)
    #expect(ends.statuses.map(\.rawValue) == [143])
  }
}

/// Looks on where a process would be ended.
private final class Ends: Sendable {
  private let state = Mutex(
    (statuses: [DialShell.ExitStatus](), waiting: [(delay: Duration, body: @Sendable () -> Void)]())
  )

  var statuses: [DialShell.ExitStatus] { state.withLock { $0.statuses } }
  var delays: [Duration] { state.withLock { $0.waiting.map(\.delay) } }

  func left(_ status: DialShell.ExitStatus) { state.withLock { $0.statuses.append(status) } }

  func later(_ delay: Duration, _ body: @escaping @Sendable () -> Void) {
    state.withLock { $0.waiting.append((delay, body)) }
  }

  func timePasses() {
    for (_, body) in state.withLock({ $0.waiting }) { body() }
  }
}

/// Work that goes on until the test lets it end, cancelled or not.
private final class Gate: Sendable {
  private let (reached, reach) = AsyncStream.makeStream(of: Void.self)
  private let waiting = Mutex<CheckedContinuation<Void, Never>?>(nil)

  func pass() async {
    await withCheckedContinuation { continuation in
      waiting.withLock { $0 = continuation }
      reach.yield()
    }
  }

  func isReached() async {
    for await _ in reached { return }
  }

  func open() { waiting.withLock { $0.take() }?.resume() }
}
