import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import Synchronization
import SystemPackage
import Testing

/// A format that makes a sink of its own, which is no stream of bytes.
struct OwnSinkTests {
  /// `export folder PATH`: a file a row, named by its id, in a folder that is there at the end.
  private struct FolderFormat: ExportFormat {
    static let signature = Signature(
      "folder", usage: "export folder PATH [ending=WORD]", summary: "A file a row.", examples: [])
    static let options: [any ExportParameter] = [ending]

    private static let ending = ExportOption(
      "ending", oneOf: [("txt", ".txt"), ("row", ".row")], default: ".txt", "how names end")

    private let ending: String

    init(_ options: ExportOptions) {
      ending = options[Self.ending]
    }

    func obstacle(to path: String) -> String? {
      (try? FilePath(path).stat())?.type == .directory ? nil : "it is no folder"
    }

    func makeSink(for context: SinkContext) -> any RowSink {
      FolderSink(context, ending: ending)
    }
  }

  private final class FolderSink: RowSink {
    private let context: SinkContext
    private let ending: String
    private var texts: [String: String] = [:]

    init(_ context: SinkContext, ending: String) {
      self.context = context
      self.ending = ending
    }

    func begin() {}

    func take(_ batch: Batch) {
      var readers = context.columns.map { ColumnReader($0.accessor) }
      for record in batch.records {
        let cells = readers.indices.map { readers[$0].value(in: record).string }
        texts[cells[0] + ending] = cells.joined(separator: " ")
      }
    }

    func finish() throws -> SinkNotes {
      var notes = SinkNotes()
      guard case .file(let path) = context.destination else { return notes }
      for (name, text) in texts {
        let file = try FileDescriptor.open(
          FilePath(path).appending(name), .writeOnly, options: [.create, .truncate],
          permissions: .ownerReadWrite)
        _ = try file.closeAfter { try file.writeAll(text.utf8) }
      }
      notes.warnings = ["a folder is no report"]
      return notes
    }

    func abandon() { texts = [:] }
  }

  private let scratch: ScratchDirectory
  private var setting = Setting()

  init() throws {
    scratch = try ScratchDirectory()
    setting.account = Sandbox.documentAccount
    setting.vocabulary.exporters.append(FolderFormat.self)
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

  @Test func aRunThatFailsLeavesNothing() async throws {
    var setting = setting
    setting.sandbox.faults = [Fault(.serverError)]
    let outcome = try await run("numbers | export folder \(scratch.path)", in: setting)
    #expect(outcome.status == .failed)
    #expect(try scratch.names == [])
  }
}
