import DialExport
import DialPipeline
import DialSandbox
import DialShell
import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file appears whole or not at all.
struct FileTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func setting(_ faults: Fault.Kind...) -> RunSetting {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.sandbox.faults = faults.map { Fault($0) }
    return setting
  }

  private func export(_ path: String, in setting: RunSetting) async throws -> Outcome {
    try await run("numbers | select id, status | export csv '\(path)'", in: setting)
  }

  /// What the file holds when all went well.
  private func rows() async throws -> String {
    try await run("numbers | select id, status", in: setting()).output
  }

  @Test func aNewFileHasEveryRow() async throws {
    let path = scratch.path("numbers.csv")
    let outcome = try await export(path, in: setting())
    #expect(
      outcome
        == Outcome(
          output: "", errors: "250 rows written to \(path)\n", status: .done,
          requests: outcome.requests))
    #expect(outcome.requests.count == 3)
    #expect(try scratch.read("numbers.csv") == (try await rows()))
    #expect(try scratch.names == ["numbers.csv"])
  }

  @Test func aFailureMidwayLeavesTheOldFileAndNothingElse() async throws {
    let path = try scratch.write("old\r\nrows\u{0}", to: "numbers.csv")
    let outcome = try await export(path, in: setting(.expiredToken))
    #expect(outcome.status == .failed)
    #expect(outcome.requests.count == 4)
    #expect(outcome.errors.hasSuffix("\ndialsh: \(path) is left as it was\n"))
    #expect(try scratch.read("numbers.csv") == "old\r\nrows\u{0}")
    #expect(try scratch.names == ["numbers.csv"])
  }

  @Test func aFailureMidwayMakesNoNewFile() async throws {
    let outcome = try await export(scratch.path("numbers.csv"), in: setting(.repeatingPage))
    #expect(outcome.status == .failed)
    #expect(try scratch.names == [])
  }

  @Test func anExistingFileIsReplacedAndKeepsItsMode() async throws {
    let path = try scratch.write("old", to: "numbers.csv")
    try chmod(path, 0o604)
    #expect(try await export(path, in: setting()).status == .done)
    #expect(try scratch.read("numbers.csv") == (try await rows()))
    #expect(try FilePath(path).stat().permissions == FilePermissions(rawValue: 0o604))
    #expect(try scratch.names == ["numbers.csv"])
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() async throws {
    try scratch.write("old", to: "real/numbers.csv")
    try #require(symlink("real/numbers.csv", scratch.path("link.csv")) == 0)
    #expect(try await export(scratch.path("link.csv"), in: setting()).status == .done)
    #expect(try scratch.read("real/numbers.csv") == (try await rows()))
    #expect(try scratch.names == ["link.csv", "real"])
    #expect(try ScratchDirectory.names(in: scratch.path("real")) == ["numbers.csv"])
    var target = [CChar](repeating: 0, count: 100)
    #expect(readlink(scratch.path("link.csv"), &target, target.count) == 16)
  }

  @Test func aPlaceThatIsNoneIsRefusedBeforeAnyRequest() async throws {
    let file = try scratch.write("", to: "file")
    for (path, reason) in [
      (scratch.path("no/numbers.csv"), "there is no directory `\(scratch.path("no"))`"),
      ("\(file)/numbers.csv", "`\(file)` is no directory"),
      (scratch.path, "it is a directory"),
    ] {
      let outcome = try await export(path, in: setting())
      #expect(outcome.status == .refused)
      #expect(outcome.requests == [])
      #expect(
        outcome.errors.hasPrefix("dialsh: 1:42: can't write `\(path)`: \(reason)\n"),
        "\(outcome.errors)")
    }
  }

  @Test func aNameThatIsTooLongIsRefusedBeforeAnyRequest() async throws {
    let outcome = try await export(
      scratch.path(String(repeating: "n", count: 256)), in: setting())
    #expect((outcome.status, outcome.requests) == (.refused, []))
    #expect(
      outcome.errors.contains(": a name may have 255 bytes there, and this one has 256\n"),
      "\(outcome.errors)")
    let longest = scratch.path(String(repeating: "n", count: 255))
    #expect(try await export(longest, in: setting()).status == .done)
  }

  @Test func aHyphenIsStandardOutput() async throws {
    let outcome = try await run("numbers | select id, status | export csv -", in: setting())
    #expect((outcome.status, outcome.output) == (.done, try await rows()))
    #expect(outcome.errors == "")
    let named = try await run(
      "param file = -; numbers | select id, status | export csv $file", in: setting())
    #expect(named == outcome)
  }

  @Test func otherHardLinksKeepTheOldRows() async throws {
    let path = try scratch.write("old", to: "numbers.csv")
    try #require(link(path, scratch.path("other.csv")) == 0)
    #expect(try await export(path, in: setting()).status == .done)
    #expect(try scratch.read("other.csv") == "old")
    #expect(try scratch.read("numbers.csv") == (try await rows()))
  }

  @Test(.enabled(if: geteuid() == 0)) func ownerAndGroupAreKept() async throws {
    let path = try scratch.write("old", to: "numbers.csv")
    try #require(chown(path, 4321, 1234) == 0)
    try chmod(path, 0o6750)
    let outcome = try await export(path, in: setting())
    #expect((outcome.status, outcome.errors) == (.done, "250 rows written to \(path)\n"))
    let after = try FilePath(path).stat()
    #expect((after.userID.rawValue, after.groupID.rawValue) == (4321, 1234))
    #expect(after.permissions == FilePermissions(rawValue: 0o6750))
  }

  @Test func devicesAreWrittenDirectly() async throws {
    let outcome = try await export("/dev/null", in: setting())
    #expect((outcome.status, outcome.errors) == (.done, "250 rows written to /dev/null\n"))
    #expect(try FilePath("/dev/null").stat().type == .characterSpecial)
  }

  #if os(Linux)
    @Test func aFullDiskIsAnError() async throws {
      let full = try FileDescriptor.open("/dev/full", .writeOnly)
      defer { try? full.close() }
      var setting = setting()
      setting.standardOutput = full
      let outcome = try await run("numbers | select id", in: setting)
      #expect(outcome.status == .failed)
      #expect(outcome.errors == "dialsh: can't write standard output: No space left on device\n")
      #expect(try await export("/dev/full", in: self.setting()).status == .failed)
    }
  #endif

  @Test func aReaderThatIsGoneEndsTheRunQuietly() async throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = try FileDescriptor.pipe()
    try pipe.readEnd.close()
    defer { try? pipe.writeEnd.close() }
    var setting = setting()
    setting.standardOutput = pipe.writeEnd
    let outcome = try await run("numbers | select id", in: setting)
    #expect((outcome.status, outcome.errors) == (.readerGone, ""))
  }

  @Test func whatWasWrittenBeforeAFailureStays() async throws {
    let first = scratch.path("first.csv")
    let outcome = try await run(
      """
      accounts | select id | export csv '\(first)'
      numbers | export csv '\(scratch.path("second.csv"))'
      """, in: setting(.expiredToken))
    #expect(outcome.status == .failed)
    #expect(try scratch.names == ["first.csv"])
  }
}
