package import DialPipeline

/// The line below a result on a terminal: how many rows, at what cost, and whether they are all.
package struct Footer: Sendable {
  /// How the rows ended.
  package enum Ending: Sendable {
    case finished(RunResult)
    /// After so many rows and pages.
    case stopped(rows: Int, pages: Int)
  }

  let ending: Ending
  /// How many rows were shown of the same result before.
  let earlier: Int
  /// Whether the rows are those that `$it` held, and it did not hold all.
  let isOfPart: Bool
  /// What the rows took of the API.
  let cost: RequestLog.Tally
  let elapsed: Duration

  package init(
    ending: Ending, earlier: Int, isOfPart: Bool, cost: RequestLog.Tally, elapsed: Duration
  ) {
    self.ending = ending
    self.earlier = earlier
    self.isOfPart = isOfPart
    self.cost = cost
    self.elapsed = elapsed
  }

  package var text: String {
    switch ending {
    case .finished(let result) where result.remainder != .nothing:
      "\(shown(result.rows)) shown, more \(result.remainder == .certain ? "exist" : "may exist")"
        + " · limited · more (\(costs(", ")))"
    case .finished(let result):
      "\(shown(result.rows)) · \(costs(" · ")) · \(whole(result))"
    case .stopped(let rows, let pages):
      "\(shown(rows)) · \(costs(" · ")) · partial: stopped "
        + (pages == 0 ? "before the first page came" : "after page \(pages)")
    }
  }

  private func whole(_ result: RunResult) -> String {
    if let setting = result.limitingSetting { return "limited by `\(setting)`" }
    if result.isLimited { return "limited" }
    return isOfPart ? Self.partOfLastResult : "complete"
  }

  private static let partOfLastResult = "limited: `$it` holds only what was shown"

  /// What cut the rows of a file that nobody asked to cut in the same line; empty if nothing did.
  func cut(_ result: RunResult) -> String {
    if let setting = result.limitingSetting { return " · limited by `\(setting)`" }
    return isOfPart ? " · \(Self.partOfLastResult)" : ""
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
  /// The line that names the columns for which there was no room.
  var hiddenColumnsLine: String? {
    guard !hiddenColumns.isEmpty else { return nil }
    return "not shown: \(hiddenColumns.joined(separator: ", ")) (.wide on or .expand on shows them)"
  }
}
