import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Synchronization
import SystemPackage
import Testing

/// A format that makes a sink of its own, which is no stream of bytes.
struct FolderFormatTests {
  private let scratch: ScratchDirectory
  private let setting = RunSetting.extended

  init() throws {
    scratch = try ScratchDirectory()
  }

  @Test(arguments: Way.allCases)
  func takesTheRowsOfARun(_ way: Way) async throws {
    let outcome = try await run(
      "numbers | count by status | where count > 30 | export folder \(scratch.path) ending=row",
      in: setting, way)
    #expect(
      outcome.errors
        == "dialsh: warning: a folder is no report\n2 rows written to \(scratch.path)\n")
    #expect(try scratch.names == ["active.row", "inactive.row"])
    #expect(try scratch.read("active.row") == "active 156")
  }

  @Test func whatIsInItsWayIsRefusedBeforeAnythingIsSent() async throws {
    let outcome = try await run("numbers | export folder /no/such", in: setting)
    #expect(outcome.status == .refused)
    #expect(outcome.requests == [])
    #expect(
      outcome.errors.hasPrefix("dialsh: 1:25: can't write `/no/such`: it is no folder\n"),
      "\(outcome.errors)")
  }

  @Test func itsOptionsAreHeldAgainstWhatTheyTake() async throws {
    let outcome = try await run(
      "numbers | export folder \(scratch.path) ending=doc", in: setting)
    #expect(outcome.status == .refused)
    #expect(
      outcome.errors.contains(": `ending` takes txt or row, found `doc`\n"), "\(outcome.errors)")
  }

  /// The first page has come before it.
  @Test func aRunThatFailsLeavesNothing() async throws {
    var setting = setting
    setting.sandbox.faults = [Fault(.hostileURL)]
    let outcome = try await run("numbers | export folder \(scratch.path)", in: setting)
    #expect(outcome.status == .failed)
    #expect(try scratch.names == [])
  }
}
