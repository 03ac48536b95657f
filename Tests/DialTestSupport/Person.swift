import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Somebody at a terminal: types, and watches the screen.
package final class Person {
  package struct NothingHappened: Error, CustomStringConvertible {
    var awaited: String
    var screen: [String]

    package var description: String {
      "waited in vain for \(awaited); the screen:\n" + screen.joined(separator: "\n")
    }
  }

  /// How long the screen may stay as it is before what is awaited is given up: 30 seconds.
  private static let patience = Duration.seconds(30)
  /// How long is waited in all, however busy the screen: 60 seconds.
  private static let longestWait = Duration.seconds(60)
  package private(set) var screen: Screen
  /// Everything that the terminal was sent.
  package private(set) var output: [UInt8] = []
  /// The side of the terminal that programs read and write.
  package let slave: CInt
  /// Where a program finds it.
  package let path: String
  private let master: CInt
  private var unsent: [UInt8] = []
  private var lastChange = ContinuousClock.now

  package init(columns: Int = 40, rows: Int = 12, type: String = "xterm") throws {
    setenv("TERM", type, 1)
    (master, slave, path) = try Self.openTerminal()
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    screen = Screen(columns: columns, rows: rows)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(master)
    close(slave)
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    if columns != screen.columns { screen.reflow(toColumns: columns) }
  }

  /// Whether keys are echoed and gathered to lines, as a shell wants it.
  package var isCooked: Bool {
    var settings = termios()
    tcgetattr(slave, &settings)
    return settings.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG)
  }

  /// Sets the terminal as a shell does when a program was stopped.
  package func cook() {
    var settings = termios()
    tcgetattr(slave, &settings)
    settings.c_lflag |= tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(slave, TCSANOW, &settings)
  }

  /// Whether the editor has read all that was typed.
  package var isHeard: Bool {
    var waiting: CInt = 0
    _ = ioctl(slave, UInt(FIONREAD), &waiting)
    return unsent.isEmpty && waiting == 0
  }

  package func type(_ text: String) { type(Array(text.utf8)) }

  package func type(_ bytes: [UInt8]) { unsent += bytes }

  package func paste(_ text: String) { type("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Waits until the screen shows exactly these rows.
  package func sees(_ lines: String...) throws {
    try wait(for: "\(lines)") { $0.screen.lines == lines }
  }

  /// Waits until the screen shows exactly these rows with their styles marked.
  package func seesStyled(_ lines: String...) throws {
    try wait(for: "\(lines)") { $0.screen.styledLines == lines }
  }

  /// Waits until the cursor stands there.
  package func seesCursor(row: Int, column: Int) throws {
    try wait(for: "cursor at \(row), \(column)") {
      $0.screen.row == row && $0.screen.column == column
    }
  }

  package func hearsBell(_ count: Int) throws {
    try wait(for: "bell \(count)") { $0.screen.bell == count }
  }

  /// Types and watches until the condition holds; only a broken build uses up the time.
  ///
  /// The thread waits too: for what happens in this process, on other threads.
  package func wait(for awaited: String, until condition: (Person) -> Bool) throws {
    let start = beginWaiting()
    while !condition(self) {
      try goOnWaiting(for: awaited, since: start)
      attend(milliseconds: 10)
    }
  }

  /// The same for what happens in other processes, without keeping the thread.
  package func waitAside(for awaited: String, until condition: (Person) -> Bool) async throws {
    let start = beginWaiting()
    while !condition(self) {
      try goOnWaiting(for: awaited, since: start)
      attend(milliseconds: 0)
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  private func beginWaiting() -> ContinuousClock.Instant {
    lastChange = .now
    return lastChange
  }

  private func goOnWaiting(for awaited: String, since start: ContinuousClock.Instant) throws {
    let now = ContinuousClock.now
    guard now < lastChange + Self.patience, now < start + Self.longestWait else {
      throw NothingHappened(awaited: awaited, screen: screen.styledLines)
    }
  }

  /// Types and watches what can be typed and watched within so long.
  private func attend(milliseconds: CInt) {
    let events = POLLIN | (unsent.isEmpty ? 0 : POLLOUT)
    var request = pollfd(fd: master, events: Int16(events), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return }
    if request.revents & Int16(POLLOUT) != 0 { send() }
    if request.revents & Int16(POLLIN) != 0 { watch() }
  }

  private static func openTerminal() throws -> (master: CInt, slave: CInt, path: String) {
    #if canImport(Darwin)
      let master = try opened(posix_openpt(O_RDWR | O_NOCTTY))
      guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw Errno(rawValue: errno)
      }
      let path = String(cString: name)
    #else
      // TIOCSPTLCK and TIOCGPTN: what unlockpt and ptsname do, which Swift cannot see here.
      let master = try opened(open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC))
      var (lock, number): (CInt, CInt) = (0, 0)
      guard ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
        throw Errno(rawValue: errno)
      }
      let path = "/dev/pts/\(number)"
    #endif
    return (master, try opened(open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)), path)
  }

  private static func opened(_ descriptor: CInt) throws -> CInt {
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    return descriptor
  }

  private func send() {
    let count = unsent.prefix(512).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    if count > 0 { unsent.removeFirst(count) }
  }

  private func watch() {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return }
    lastChange = .now
    output += bytes[..<count]
    screen.show(bytes[..<count])
  }
}
