package import DialRows

/// What takes the rows of a run: bytes on their way to a file, or anything else.
///
/// It owns what it writes to. Should it be let go before ``finish()``, it undoes what can be
/// undone, as ``abandon()`` does.
package protocol RowSink: AnyObject {
  /// Begins, before the first row.
  ///
  /// - Throws: `Errno`, `CancellationError`, or an error of the sink's own.
  func begin() throws

  /// Takes rows.
  ///
  /// - Throws: `Errno`, `CancellationError`, or an error of the sink's own.
  func take(_ batch: Batch) throws

  /// Makes what was taken stand, behind the last row.
  ///
  /// - Throws: `Errno`, `CancellationError`, or an error of the sink's own.
  func finish() throws -> SinkNotes

  /// Ends where the run has failed: rows that were taken are shown where that can't be undone
  /// anyway, and else all is left as it was.
  func abandon()
}

/// What there is to say of rows that were taken.
package struct SinkNotes: Sendable, Hashable {
  /// Sentences for the user.
  package var warnings: [String] = []
  /// The columns for which a terminal had no room.
  package var hiddenColumns: [String] = []
  /// How many files were written, where rows are divided among files.
  package var files: Int?
  /// How many rows an earlier process had written.
  package var earlierRows = 0
  /// How many bytes were written, where rows become bytes.
  package var bytes = 0
  /// The accounts whose lists failed, and where among those bytes the rows are that came before that.
  package var brokenSections: [FileSection] = []

  package init() {}
}
