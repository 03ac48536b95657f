import DialExport
import DialRows
import DialStack
import SystemPackage

extension FailedAccounts {
  /// Writes the file of `errors=`, whole or not at all; an empty one where nothing failed.
  ///
  /// - Throws: `Errno`, `CancellationError`.
  func write(to path: String) throws {
    let context = SinkContext(
      columns: Self.columns, destination: .file(path: path), standardOutput: .standardOutput,
      terminal: nil, pace: .inChunks)
    let sink = try NDJSONFormat(ExportOptions([])).makeSink(for: context)
    do {
      try sink.begin()
      try sink.take(Batch(records: records))
      _ = try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }
}
