package import DialExport
package import DialRows
package import DialStack

/// What a running stage may use.
package struct Run: Sendable {
  /// Whom the API is asked through; `nil` where nothing of the plan asks it.
  package let client: Client?
  package let report: RunReport
  /// The moment that `today` and `-7d` go by.
  package let now: Timestamp
  /// The most bytes that a stage keeps of rows, before it lets them wait in a file or refuses more;
  /// `nil` is no bound.
  package let memory: Int?
  /// The zone in which days and months begin: of the account whose rows they are.
  package let zone: ZoneInUse
  /// How the lists of several accounts are read.
  package var fanOut: FanOutOptions
  /// Whether all rows of its lists are wanted for certain, so that pages may be asked for ahead.
  var wantsAllRows = false
  /// The rows of `$it` and `$errors`.
  package let kept: KeptRows
  /// What an earlier run of the same line has done; `nil` where there was none.
  package var earlier: ExportProgress?
  /// What of each list is old.
  package var bookmarks = ListBookmarks()

  package init(
    client: Client?, report: RunReport, now: Timestamp, zone: ZoneInUse, memory: Int? = nil,
    fanOut: FanOutOptions = FanOutOptions(), kept: KeptRows = KeptRows()
  ) {
    self.client = client
    self.report = report
    self.now = now
    self.zone = zone
    self.memory = memory
    self.fanOut = fanOut
    self.kept = kept
  }
}
