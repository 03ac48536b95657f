import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What happens to a program that is ended from outside.
@Suite(.timeLimit(.minutes(2)))
struct SignalTests {
  private let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
  private let program: Program
  private let folder: ScratchDirectory

  init() throws {
    var program = try Program()
    program.variables = [
      "DIALSTACK_API_KEY": "sk_test_1", "HOME": "/",
    ]
    self.program = program
    folder = try ScratchDirectory()
    try folder.write("the old rows", to: "numbers.csv")
  }

  /// Starts an export of 20 pages and waits until some of them are on the disk.
  private func startExport(_ url: String, named name: String = "numbers.csv") async throws
    -> Running
  {
    let before = try folder.names
    let running = try program.start([
      "--base-url", url, "--account", account, "-c", "numbers | export csv \(folder.path(name))",
    ])
    try await eventually("rows on the disk") {
      try folder.names.contains { try !before.contains($0) && folder.read($0).utf8.count > 1000 }
    }
    return running
  }

  @Test func aKillInTheMiddleLeavesTheOldFile() async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try await startExport(url)
      running.process.signal(SIGKILL)
      #expect(try await running.end().status == 128 + SIGKILL)
      #expect(try folder.read("numbers.csv") == "the old rows")
      // What it left goes with the next export to the folder; what a living process needs stays.
      let names = try folder.names
      #expect(names.count == 2)
      let living = try await startExport(url, named: "others.csv")
      #expect(try folder.names.filter { names.contains($0) } == ["numbers.csv"])
      let next = try await program.run(
        "--base-url", url, "-c", "accounts | export csv \(folder.path("accounts.csv"))")
      #expect(next.status == 0)
      living.process.signal(SIGCONT)
      #expect(try await living.end().status == 0)
      #expect(try folder.names == ["accounts.csv", "numbers.csv", "others.csv"])
    }
  }

  private static let ends: [CInt] = {
    let everywhere = [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF,
    ]
    #if os(Linux)
      return everywhere + [SIGIO, SIGPWR, SIGSTKFLT]
    #else
      return everywhere
    #endif
  }()

  @Test(arguments: ends)
  func anInterruptInTheMiddleLeavesTheOldFileAndNothingElse(_ signal: CInt) async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try await startExport(url)
      running.process.signal(signal)
      let finished = try await running.end()
      // PROF is taken as TERM.
      #expect(finished.status == 128 + (signal == SIGPROF ? SIGTERM : signal))
      #expect(finished.output == "")
      #expect(finished.errors.hasPrefix("dialsh: interrupted after "), "\(finished.errors)")
      #expect(try folder.names == ["numbers.csv"])
      #expect(try folder.read("numbers.csv") == "the old rows")
    }
  }

  @Test func anInterruptKeepsTheRowsThatWereRead() async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "40000") { url in
      let running = try program.start([
        "--base-url", url, "--account", "acct_01h2xcejqtf2nbrexx3vqjhp41", "-v", "-c",
        "numbers | select status",
      ])
      try await eventually("two pages") { try running.errors.count { $0 == "\n" } >= 2 }
      let finished = try await running.interrupt()
      #expect(finished.status == 130)
      let rows = finished.output.split(separator: "\n").count - 1
      #expect(rows >= 100 && rows < 40_000 && rows % 100 == 0)
      #expect(finished.errors.hasSuffix("dialsh: interrupted after \(rows) rows\n"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aPatternIsStopped(_ signal: CInt) async throws {
    try await withSandboxProcess("--numbers", "4000") { url in
      let running = try program.start([
        "--base-url", url, "--account", account, "-v", "-c",
        "numbers where id ~ '(\\w+)+\\s' | count",
      ])
      try await eventually("a page") { try running.errors.contains("\n") }
      running.process.signal(signal)
      let finished = try await running.end()
      #expect(finished.status == 128 + signal)
      let last = finished.errors.split(separator: "\n").last ?? ""
      #expect(
        last.wholeMatch(of: /dialsh: interrupted after [01] rows?, \d+00 rows read/) != nil,
        "\(last)")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aWriteThatNobodyReadsIsStopped(_ signal: CInt) async throws {
    let pipe = try FileDescriptor.pipe()
    defer {
      try? pipe.readEnd.close()
      try? pipe.writeEnd.close()
    }
    let running = try program.start(
      ["--sandbox", "--account", account, "-c", "numbers | export json"],
      writingTo: pipe.writeEnd)
    try await eventually("a full pipe") { pipe.readEnd.waitingBytes > 60_000 }
    running.process.signal(signal)
    let finished = try await running.end()
    #expect(finished.status == 128 + signal)
    #expect(finished.errors == "dialsh: interrupted after 200 rows\n")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aTerminalThatStandsStillIsNotWaitedFor(_ signal: CInt) async throws {
    let person = try Person(columns: 80, rows: 24)
    let text = Array(repeating: "numbers | export json", count: 40).joined(separator: "; ")
    let running = try program.start(
      ["--sandbox", "--account", account, "-c", text],
      writingTo: FileDescriptor(rawValue: person.slave))
    // Who sees the first rows, and then looks no more.
    try await person.waitAside(for: "rows") { $0.screen.lines.contains { $0.contains("did_") } }
    running.process.signal(signal)
    let finished = try await running.end()
    #expect(finished.status == 128 + signal)
    // It ended by itself.
    #expect(finished.errors.contains(" · partial: stopped "), "\(finished.errors)")
  }

  @Test func aRequestThatNobodyReadsOfIsStopped() async throws {
    let pipe = try FileDescriptor.pipe()
    defer {
      try? pipe.readEnd.close()
      try? pipe.writeEnd.close()
    }
    // A pipe that has a page left takes one line, and then no other.
    try pipe.writeEnd.writeAll([UInt8](repeating: 0, count: 60 * 1024))
    try await withSandboxProcess("--numbers", "6000") { url in
      let running = try program.start(
        ["--base-url", url, "--account", account, "-v", "-c", "numbers | count"],
        complainingTo: pipe.writeEnd)
      try await eventually("a full pipe") { pipe.readEnd.waitingBytes > 60 * 1024 }
      #expect(try await running.interrupt().status == 130)
    }
  }

  @Test func aPipeWithoutAReaderIsWaitedForUntilItIsStopped() async throws {
    let pipe = folder.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let text = "accounts | count; accounts | select id | export csv \(pipe)"
    let running = try program.start(["--sandbox", "-c", text])
    try await eventually("the first rows") { try running.output == "count\n12\n" }
    let finished = try await running.interrupt()
    #expect(finished.status == 130)
    #expect(finished.errors == "dialsh: interrupted after 0 rows\n")
    // And with a reader all is well.
    let written = try program.start(["--sandbox", "-c", text])
    let rows = try [UInt8](contentsOf: FilePath(pipe))
    #expect(rows.count { $0 == UInt8(ascii: "\n") } == 13)
    #expect(try await written.end().status == 0)
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
  func aCrashFromOutsideEndsItWithoutAReport(_ signal: CInt) async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try await startExport(url)
      running.process.signal(signal)
      #expect(try await running.end() == Finished(output: "", errors: "", status: 128 + signal))
    }
  }

  @Test func whatNohupIgnoresStaysIgnored() async throws {
    var program = program
    program.executable = "/bin/sh"
    try await withSandboxProcess("--latency", "40ms", "--numbers", "1000") { url in
      let script = """
        trap '' HUP
        exec '\(Program.path)' --base-url \(url) --account \(account) -v -c 'numbers | count'
        """
      let running = try program.start(["-c", script])
      try await eventually("a page") { try running.errors.contains("\n") }
      running.process.signal(SIGHUP)
      let finished = try await running.end()
      #expect(finished.output == "count\n1000\n")
      #expect(finished.status == 0)
    }
  }

  @Test func aSandboxEndsWellWhenItIsInterrupted() async throws {
    let sandbox = try program.start(["sandbox", "--port", "0"])
    try await eventually("the sandbox") {
      try sandbox.errors.contains("listens on http://127.0.0.1:")
    }
    #expect(try await sandbox.interrupt().status == 0)
  }

  @Test func aReaderThatIsGoneEndsTheProgramQuietly() async throws {
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    defer { try? pipe.writeEnd.close() }
    let finished = try await program.run(
      "--sandbox", "-c", "accounts", writingTo: pipe.writeEnd)
    #expect(finished == Finished(output: "", errors: "", status: 141))
  }

  @Test(arguments: [(0, 2), (8, 1)])
  func aFileMayNotGrowBeyondItsLimit(_ blocks: Int, _ status: Int32) async throws {
    var program = program
    program.executable = "/bin/sh"
    let text = "accounts | export json \(folder.path("numbers.csv"))"
    let finished = try await program.run(
      "-c", "ulimit -f \(blocks); exec '\(Program.path)' --sandbox -c '\(text)'")
    #expect(finished.status == status)
    #expect(try folder.names == ["numbers.csv"])
    #expect(try folder.read("numbers.csv") == "the old rows")
  }

  #if os(Linux)
    @Test func aFullDiskIsAnError() async throws {
      let full = try FileDescriptor.open("/dev/full", .writeOnly)
      defer { try? full.close() }
      let finished = try await program.run("--sandbox", "-c", "accounts", writingTo: full)
      #expect(
        finished
          == Finished(
            output: "", errors: "dialsh: can't write standard output: No space left on device\n",
            status: 1))
    }
  #endif
}

extension FileDescriptor {
  /// How many bytes are in the pipe. Wraps `ioctl`.
  var waitingBytes: Int {
    var count: CInt = 0
    return ioctl(rawValue, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
  }
}
