import DialExport
package import DialPipeline

/// What the words with a dot have set: how results are shown, and what may be asked.
package struct Settings: Sendable, Hashable {
  /// `.rows`: how many rows the prompt shows before `more`; `nil` shows all.
  package var rows: Int?
  /// `.limit`: the most rows of any result; `nil` is no limit.
  package var limit: Int?
  /// `.budget`: how many requests may be sent in all; `nil` is no limit.
  package var budget: Int?
  /// `.memory`: the most megabytes (2²⁰ bytes) that a stage keeps of rows; `nil` is no bound.
  package var memory: Int? = 256
  /// The same in bytes.
  var memoryInBytes: Int? { memory.map { min($0, .max >> 20) << 20 } }
  /// `.concurrency`: how many lists are read at a time; `nil` is one.
  package var concurrency: Int? = 16
  /// `.rate`: the most requests that are sent; `nil` is no limit.
  package var rate: RequestRate?
  /// `.strict`: the first account that can't be read ends a run.
  package var strict = false
  /// `.wide`: every column; cut at the width of the terminal, unless `.pager` shows them whole.
  package var wide = false
  /// `.expand`: one field a line.
  package var expand = false
  /// `.pager`: tables go through `$PAGER`.
  package var pager = false
  /// `.highlight`: colours and suggestions while a line is typed.
  package var highlight = true
  /// `.timing`: where the time of a run went.
  package var timing = false
  /// `.zone`: the zone of times and days.
  package var zone = ZoneSetting.byDefault

  /// Every row is shown: what scripts begin with.
  package init() {}

  /// What the prompt begins with: 100 rows of a result are shown.
  package static let prompt: Settings = {
    var settings = Settings()
    settings.rows = 100
    return settings
  }()

  /// How tables are laid out on a terminal; `nil` leaves it as it is.
  var layout: TerminalStyle.Layout? {
    if expand { return .expanded }
    return wide ? pager ? .wide : .window : nil
  }
}

extension Settings {
  /// How many requests a second may be sent; each of several shards takes its part.
  package func rate(for shard: Shard?) -> Double? {
    rate.map { $0.perSecond / Double(shard?.count ?? 1) }
  }
}
