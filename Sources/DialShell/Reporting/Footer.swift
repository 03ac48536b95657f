package import DialPipeline

/// The line below a result on a terminal: how many rows, at what cost, and whether they are all.
package struct Footer: Sendable {
  /// How the rows ended.
  package enum Ending: Sendable {
    case finished(RunResult)
    /// After so many rows and pages, which had so many rows.
    case stopped(rows: Int, rowsRead: Int, pages: Int)
  }

  /// What the rows were made of.
  package struct Origin: Sendable {
    /// How much there is of it.
    let extent: ResultCursor.Extent
    /// How many of its rows were read before, and how many more for this.
    let (earlier, fetched): (Int, Int)

    /// A list.
    package static let list = Origin(.whole)

    package init(_ extent: ResultCursor.Extent, earlier: Int = 0, fetched: Int = 0) {
      self.extent = extent
      self.earlier = earlier
      self.fetched = fetched
    }

    /// `$it`, of which so many rows were read before.
    init(_ result: ResultCursor, earlier: Int) async {
      self.init(await result.extent, earlier: earlier, fetched: await result.read - earlier)
    }

    /// What is to be said of the rows for that reason.
    var defect: String? {
      switch extent {
      case .whole: nil
      case .limited: "limited, as `$it` is"
      case .lacking(let share): "partial: \(share), as `$it` is"
      case .stopped: "partial: `$it` holds only what came before the stop"
      }
    }

    /// How many rows of it had to be read now.
    var news: String? {
      fetched == 0
        ? nil : "`$it` has \(Messages.rows(earlier + fetched)), \(fetched) of them fetched now"
    }
  }

  let ending: Ending
  /// How many rows were shown of the same result before.
  let earlier: Int
  /// What the rows are made of, where that is `$it`.
  let origin: Origin
  /// What the rows took of the API.
  let cost: RequestLog.Tally
  let elapsed: Duration

  /// Which midnight days were counted by, where the account may turn out to have another.
  let doubtfulMidnight: String?

  package init(
    ending: Ending, earlier: Int, origin: Origin, cost: RequestLog.Tally, elapsed: Duration,
    doubtfulMidnight: String? = nil
  ) {
    self.ending = ending
    self.earlier = earlier
    self.origin = origin
    self.doubtfulMidnight = doubtfulMidnight
    self.cost = cost
    self.elapsed = elapsed
  }

  package var text: String { sentence + doubt + (origin.news.map { " · \($0)" } ?? "") }

  private var sentence: String {
    switch ending {
    case .finished(let result) where result.remainder != .nothing:
      "\(shown(result.rows)) shown, more \(result.remainder == .certain ? "exist" : "may exist")"
        + " · limited · more (\(costs(", ")))"
    case .finished(let result):
      "\(shown(result.rows)) · \(costs(" · ")) · \(whole(result))"
    case .stopped(let rows, let rowsRead, let pages):
      "\(shown(rows)) · \(costs(" · ")) · partial: stopped "
        + (pages == 0 ? "before the first page came" : "after page \(pages)")
        + (rowsRead == rows + earlier || pages == 0 ? "" : ", \(Messages.rows(rowsRead)) read")
    }
  }

  /// Which midnight days were counted by, where it may be another one.
  private var doubt: String { doubtfulMidnight.map { " · \($0)" } ?? "" }

  private func whole(_ result: RunResult) -> String {
    if let setting = result.limitingSetting { return "limited by `\(setting)`" }
    if let share = result.partialShare { return "partial: \(share)" }
    if result.isLimited { return "limited" }
    return origin.defect ?? "complete"
  }

  /// What cut the rows of a file that nobody asked to cut in the same line; empty if nothing did.
  func cut(_ result: RunResult) -> String {
    if let share = result.partialShare { return " · partial: \(share)" }
    if let setting = result.limitingSetting { return " · limited by `\(setting)`" }
    return origin.defect.map { " · \($0)" } ?? ""
  }

  private func shown(_ rows: Int) -> String {
    guard earlier > 0 else { return Messages.rows(rows) }
    guard rows > 0 else { return "no row behind row \(earlier)" }
    return rows == 1 ? "row \(earlier + 1)" : "rows \(earlier + 1) to \(earlier + rows)"
  }

  private func costs(_ separator: String) -> String {
    (cost.sent == 1 ? "1 request" : "\(cost.sent) requests") + separator + elapsed.inSeconds
  }

  /// Where the time went: `.timing`.
  package var timing: String {
    let here = max(.zero, elapsed - cost.answering - cost.waited)
    let waited =
      cost.waited == .zero ? "" : ", \(cost.waited.formattedForPeople) waiting to ask again"
    return "time: \(elapsed.formattedForPeople), of it \(cost.answering.formattedForPeople) "
      + "for answers (\(cost.bytes) bytes)\(waited), \(here.formattedForPeople) here"
  }
}

extension RunResult {
  /// How many accounts were read, where some were not: `411 of 413 accounts`.
  var partialShare: String? {
    books.flatMap { $0.failures.isEmpty ? nil : $0.share }
  }

  /// The line that names the columns for which there was no room, and how to see them.
  func hiddenColumnsLine(_ settings: Settings) -> String? {
    guard !hiddenColumns.isEmpty else { return nil }
    let names = hiddenColumns.joined(separator: ", ")
    return settings.wide
      ? "cut by the window: \(names) (.pager on scrolls to them, .expand on shows them)"
      : "not shown: \(names) (.wide on or .expand on shows them)"
  }
}
