package import DialLanguage
import DialPipeline
import DialRows

/// A word with a dot that sets something: `.timing on`.
package struct Setting: Sendable {
  /// What values it takes and where they are kept.
  enum Kind: Sendable {
    /// `on` or `off`; without either it is turned round.
    case flag(any WritableKeyPath<Settings, Bool> & Sendable)
    /// A whole number of 1 or more, or the word for none.
    case count(any WritableKeyPath<Settings, Int?> & Sendable, without: String)
    /// So many requests in a time, or `off`.
    case rate
    /// The name of a time zone, `utc` or `account`.
    case zone

    var parameter: Parameter {
      switch self {
      case .flag: .oneOf(["on", "off"]).optional
      case .count(_, let word): .value("N", or: [word]).optional
      case .rate: .value("N/s", or: ["off"]).optional
      case .zone: .value("NAME", or: ZoneSetting.words, suggesting: { Zone.names }).optional
      }
    }
  }

  package let signature: Signature
  let kind: Kind

  private init(
    _ name: String, _ kind: Kind, summary: String, synonyms: [String] = [],
    details: [String] = [], examples: [Example]
  ) {
    self.kind = kind
    signature = Signature(
      name, kind.parameter, summary: summary, synonyms: synonyms, details: details,
      examples: examples)
  }

  /// Whether it is `.zone`, whose value depends on the account.
  package var isZone: Bool {
    if case .zone = kind { true } else { false }
  }

  /// The value as it would be typed.
  package func text(in settings: Settings) -> String {
    switch kind {
    case .flag(let path): settings[keyPath: path] ? "on" : "off"
    case .count(let path, let word): settings[keyPath: path].map { "\($0)" } ?? word
    case .rate: settings.rate.map { "\($0)" } ?? "off"
    case .zone: settings.zone.text
    }
  }

  /// What may stand behind it.
  private var parameter: Parameter { kind.parameter }

  /// The words that may stand behind it.
  var choices: [String] { parameter.choices + parameter.suggestions() }

  /// Reads what stands behind the word; `nil` where nothing does and the value is to be shown.
  ///
  /// - Throws: a ``Rejection`` for a value that it doesn't take.
  func change(_ arguments: inout ArgumentReader) throws(Rejection) -> SettingChange? {
    let role = ArgumentRole.parameter(parameter)
    if arguments.isAtEnd {
      // Completion hears of the values although none must be there.
      _ = try? arguments.word("a value", as: role)
      guard case .flag(let path) = kind else { return nil }
      return SettingChange(setting: self) { $0[keyPath: path].toggle() }
    }
    let word = try arguments.word(takes, as: role)
    try arguments.finish(after: "`\(signature.name)`")
    switch kind {
    case .flag(let path):
      guard choices.contains(word.text) else { throw Rejection(.badSetting(word, self)) }
      return SettingChange(setting: self) { $0[keyPath: path] = word.text == "on" }
    case .count(let path, let without):
      if [without, "off", "all", "none"].contains(word.text) {
        return SettingChange(setting: self) { $0[keyPath: path] = nil }
      }
      guard word.text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(word.text),
        count >= 1
      else { throw Rejection(.badSetting(word, self)) }
      return SettingChange(setting: self) { $0[keyPath: path] = count }
    case .rate:
      guard word.text != "off" else { return SettingChange(setting: self) { $0.rate = nil } }
      guard let rate = RequestRate(word.text) else { throw Rejection(.badSetting(word, self)) }
      return SettingChange(setting: self) { $0.rate = rate }
    case .zone:
      guard let zone = ZoneSetting(word.text) else { throw Rejection(.badSetting(word, self)) }
      return SettingChange(setting: self) { $0.zone = zone }
    }
  }

  /// What it takes, in a sentence.
  var takes: String {
    switch kind {
    case .flag: "on or off"
    case .count(_, let word): "a whole number of 1 or more, or `\(word)`"
    case .rate: "a number of requests as 20/s or 600/m, or `off`"
    case .zone: "the name of a time zone as America/New_York, `utc` or `account`"
    }
  }
}

/// What a setting becomes.
package struct SettingChange: Sendable {
  package let setting: Setting
  package let apply: @Sendable (inout Settings) -> Void
}

extension Setting {
  /// Every setting, in the order of the help.
  package static let all = [
    rows, wide, expand, timing, pager, highlight, zone, limit, budget, memory,
    rate, concurrency, strict,
  ]

  static let rows = Setting(
    ".rows", .count(\.rows, without: "all"),
    summary: "How many rows the prompt shows of a result (100); `more` goes on from there.",
    details: ["The API is asked for no page that is not shown. An export is always whole."],
    examples: [Example(".rows 20", "twenty rows at a time")])

  static let wide = Setting(
    ".wide", .flag(\.wide),
    summary: "Show columns whole, as far as the window goes; with `.pager on` all, to scroll to.",
    examples: [Example(".wide on", "no column is left out")])

  static let expand = Setting(
    ".expand", .flag(\.expand), summary: "Show one field a line.",
    synonyms: ["\\x"], details: ["`\\x` is the same word."],
    examples: [Example(".expand on; accounts | limit 1", "all there is to know of one row")])

  static let timing = Setting(
    ".timing", .flag(\.timing),
    summary: "Say below each result where its time went.", synonyms: ["\\timing", ".timer"],
    details: ["`\\timing` is the same word."],
    examples: [Example(".timing on; accounts | count", "the API's part and ours")])

  static let pager = Setting(
    ".pager", .flag(\.pager),
    summary: "Show tables through $PAGER, else `less -SRFX`.",
    examples: [Example(".pager off", "tables stay in the terminal's own scrolling")])

  static let highlight = Setting(
    ".highlight", .flag(\.highlight),
    summary: "Colour the line and suggest its end while it is typed.",
    details: ["NO_COLOR, --no-color and TERM=dumb turn it off, too."],
    examples: [Example(".highlight off", "a plain line")])

  static let zone = Setting(
    ".zone", .zone,
    summary: "The time zone of tables, and of days and months in conditions.",
    details: [
      "`account` is the account's own zone, its config.timezone; UTC where it is not known. Of several",
      "accounts the days of each are its own, and times are shown in UTC. A script counts in UTC",
      "unless it says `.zone account`, which asks for the account.",
      "Files and pipes always get times as the API sends them.",
    ],
    examples: [Example(".zone America/New_York", "that zone, whatever the account")])

  static let limit = Setting(
    ".limit", .count(\.limit, without: "off"),
    summary: "The most rows of any result, as if `limit N` stood at its end.",
    details: ["It holds for exports, too; whatever it cuts is called `limited`."],
    examples: [Example(".limit 1000; accounts | count", "no result beyond that")])

  package static let budget = Setting(
    ".budget", .count(\.budget, without: "off"),
    summary: "Send no more than N requests in this session.",
    details: ["The request after the last is refused; `.status` tells how many were sent."],
    examples: [Example(".budget 200", "request 201 is refused")])

  package static let rate = Setting(
    ".rate", .rate,
    summary: "Send no more than N requests a second, or a minute.",
    details: [
      "All that is sent counts, whatever it is for. Below that the rate is learnt: an answer 429 halves",
      "what was reached, and quiet time raises it again. `.status` shows it.",
    ],
    examples: [Example(".rate 20/s", "twenty requests a second"), Example(".rate 600/m", "ten")])

  static let concurrency = Setting(
    ".concurrency", .count(\.concurrency, without: "off"),
    summary: "How many lists of several accounts are read at a time (16).",
    details: [
      "Rows keep their order, account by account, whatever the number. What is read ahead of its turn",
      "waits in memory: four pages for each list that is read, 32 at least; while the list is slow whose",
      "turn it is, up to 32 MB, or 0.4 MB for each list that is read.",
    ],
    examples: [Example(".concurrency 4", "gentler to the API")])

  static let strict = Setting(
    ".strict", .flag(\.strict),
    summary: "End a run over several accounts at the first that can't be read.",
    details: ["Without it the others go on, `$errors` tells of those, and the result is partial."],
    examples: [Example(".strict on", "all or nothing")])

  static let memory = Setting(
    ".memory", .count(\.memory, without: "off"),
    summary: "How many megabytes a stage may keep of rows (256).",
    details: [
      "`sort` puts what has no room into a temporary file, in $TMPDIR or /tmp; `uniq` and `count by`",
      "refuse more.",
    ],
    examples: [Example(".memory 1024", "for millions of groups")])
}
