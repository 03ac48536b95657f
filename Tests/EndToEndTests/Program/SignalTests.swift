import DialTestSupport
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
  private let program: Program
  private let folder: ScratchDirectory
  private let file: String

  init() throws {
    var program = try Program()
    program.variables = [
      "DIALSTACK_API_KEY": "sk_test_1", "HOME": "/",
    ]
    self.program = program
    folder = try ScratchDirectory()
    file = try folder.write("the old rows", to: "numbers.csv")
  }

  /// Starts an export of 20 pages and waits until some of them are on the disk.
  private func startExport(_ url: String) async throws -> Running {
    let running = try program.start([
      "--base-url", url, "--account", "acct_01h2xcejqtf2nbrexx3vqjhp41", "-c",
      "numbers | export csv \(file)",
    ])
    try await eventually("rows on the disk") {
      try folder.names.contains { name in
        try name != "numbers.csv" && folder.read(name).utf8.count > 1000
      }
    }
    return running
  }

  @Test func aKillInTheMiddleLeavesTheOldFile() async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try await startExport(url)
      running.process.signal(SIGKILL)
      #expect(try await running.end().status == 128 + SIGKILL)
      #expect(try folder.read("numbers.csv") == "the old rows")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptInTheMiddleLeavesTheOldFileAndNothingElse(_ signal: CInt) async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try await startExport(url)
      running.process.signal(signal)
      let finished = try await running.end()
      #expect(finished.status == 130)
      #expect(finished.output == "")
      #expect(finished.errors.hasPrefix("dialsh: interrupted after "), "\(finished.errors)")
      #expect(try folder.names == ["numbers.csv"])
      #expect(try folder.read("numbers.csv") == "the old rows")
    }
  }

  @Test func anInterruptKeepsTheRowsThatWereRead() async throws {
    try await withSandboxProcess("--latency", "40ms", "--numbers", "4000") { url in
      let running = try program.start([
        "--base-url", url, "--account", "acct_01h2xcejqtf2nbrexx3vqjhp41", "-v", "-c",
        "numbers | select status",
      ])
      try await eventually("two pages") { try running.errors.count { $0 == "\n" } >= 2 }
      let finished = try await running.interrupt()
      #expect(finished.status == 130)
      let rows = finished.output.split(separator: "\n").count - 1
      #expect(rows >= 100 && rows < 4000 && rows % 100 == 0)
      #expect(finished.errors.hasSuffix("dialsh: interrupted after \(rows) rows\n"))
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
