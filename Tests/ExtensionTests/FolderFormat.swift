import DialExport
import DialLanguage
import DialRows
import DialStack
import SystemPackage

/// `export folder PATH`: a file a row, named by its id, in a folder that is there at the end.
struct FolderFormat: ExportFormat {
  static let signature = Signature(
    format: "folder", options: options, summary: "A file a row.", examples: [])
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
