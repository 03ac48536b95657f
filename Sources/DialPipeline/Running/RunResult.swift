/// How a run ended that gave all it was asked for.
package struct RunResult: Sendable {
  package let rows: Int
  /// A limit was asked for, and more rows may exist.
  package let isLimited: Bool
  /// Whether the rows are a screenful, and `more` has others.
  package let remainder: Remainder
  /// The setting that cut the rows: `.limit 1000`.
  package let limitingSetting: String?
  /// Sentences for the user.
  package let warnings: [String]
  /// What there is to tell of the rows: that an id leads nowhere.
  package let footnotes: [String]
  /// The columns for which a terminal had no room.
  package let hiddenColumns: [String]
  /// How it went with each account; `nil` for a run over one list.
  package let books: AccountBooks?
  /// How many files they are in, where they were divided among files.
  package let files: Int?
  /// The accounts that are lacking; `nil` for a run over one list.
  package let failed: FailedAccounts?

  package init(
    rows: Int, isLimited: Bool, remainder: Remainder, limitingSetting: String?,
    warnings: [String], footnotes: [String] = [], hiddenColumns: [String],
    books: AccountBooks? = nil, files: Int? = nil,
    failed: FailedAccounts? = nil
  ) {
    self.rows = rows
    self.isLimited = isLimited
    self.remainder = remainder
    self.limitingSetting = limitingSetting
    self.warnings = warnings
    self.footnotes = footnotes
    self.hiddenColumns = hiddenColumns
    self.books = books
    self.files = files
    self.failed = failed
  }
}

/// What is left behind the rows that were shown.
package enum Remainder: Sendable, Hashable {
  case nothing
  /// Nobody knows before the next page is read.
  case possible
  case certain
}

/// How a run ended that did not.
package struct RunFailure: Error {
  package enum Place: Sendable, Hashable {
    case source, output
    /// The file for the accounts that could not be read; the rows are written.
    case ledger
  }

  /// `APIError`, `Errno` or `CancellationError`.
  package let cause: any Error
  /// How many rows came out before.
  package let rows: Int
  /// How many rows were read before, of which those were made.
  package let rowsRead: Int
  /// How many pages were read before.
  package let pages: Int
  package let place: Place
  /// How it went with each account before; `nil` for a run over one list.
  package let books: AccountBooks?

  package init(
    cause: any Error, rows: Int, rowsRead: Int, pages: Int, place: Place,
    books: AccountBooks? = nil
  ) {
    self.cause = cause
    self.rows = rows
    self.rowsRead = rowsRead
    self.pages = pages
    self.place = place
    self.books = books
  }
}
