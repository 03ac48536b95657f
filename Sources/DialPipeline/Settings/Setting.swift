package import DialLanguage
import DialRows

/// A word with a dot that sets something: `.timing on`.
package struct Setting: Sendable {
  /// What values it takes and where they are kept.
  enum Kind: Sendable {
    /// `on` or `off`; without either it is turned round.
    case flag(any WritableKeyPath<Settings, Bool> & Sendable)
    /// A whole number of 1 or more, or the word for none.
    case count(any WritableKeyPath<Settings, Int?> & Sendable, without: String)
    /// The name of a time zone, `utc` or `account`.
    case zone
  }

  package let signature: Signature
  let kind: Kind

  /// Whether it is `.zone`, whose value depends on the account.
  package var isZone: Bool {
    if case .zone = kind { true } else { false }
  }

  /// The value as it would be typed.
  package func text(in settings: Settings) -> String {
    switch kind {
    case .flag(let path): settings[keyPath: path] ? "on" : "off"
    case .count(let path, let word): settings[keyPath: path].map { "\($0)" } ?? word
    case .zone: settings.zone.text
    }
  }

  /// The words that may stand behind it.
  package var choices: [String] {
    switch kind {
    case .flag: ["on", "off"]
    case .count(_, let word): [word]
    case .zone: ZoneSetting.words + Zone.names
    }
  }

  /// Reads what stands behind the word; `nil` where nothing does and the value is to be shown.
  ///
  /// - Throws: a ``Rejection`` for a value that it doesn't take.
  func change(_ arguments: inout ArgumentReader) throws(Rejection) -> SettingChange? {
    let role = Role.setting(signature.name)
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
  package static let all = [rows, wide, expand, timing, pager, highlight, zone, limit, budget]

  static let rows = Setting(
    signature: Signature(
      ".rows", usage: ".rows [N | all]",
      summary: "How many rows the prompt shows of a result (100); `more` goes on from there.",
      details: ["The API is asked for no page that is not shown. An export is always whole."],
      examples: [Example(".rows 20", "twenty rows at a time")]),
    kind: .count(\.rows, without: "all"))

  static let wide = Setting(
    signature: Signature(
      ".wide", usage: ".wide [on | off]",
      summary: "Show columns whole, as far as the window goes; with `.pager on` all, to scroll to.",
      examples: [Example(".wide on", "no column is left out")]),
    kind: .flag(\.wide))

  static let expand = Setting(
    signature: Signature(
      ".expand", usage: ".expand [on | off]", summary: "Show one field a line.",
      synonyms: ["\\x"], details: ["`\\x` is the same word."],
      examples: [Example(".expand on; accounts | limit 1", "all there is to know of one row")]),
    kind: .flag(\.expand))

  static let timing = Setting(
    signature: Signature(
      ".timing", usage: ".timing [on | off]",
      summary: "Say below each result where its time went.", synonyms: ["\\timing", ".timer"],
      details: ["`\\timing` is the same word."],
      examples: [Example(".timing on; accounts | count", "the API's part and ours")]),
    kind: .flag(\.timing))

  static let pager = Setting(
    signature: Signature(
      ".pager", usage: ".pager [on | off]",
      summary: "Show tables through $PAGER, else `less -SRFX`.",
      examples: [Example(".pager off", "tables stay in the terminal's own scrolling")]),
    kind: .flag(\.pager))

  static let highlight = Setting(
    signature: Signature(
      ".highlight", usage: ".highlight [on | off]",
      summary: "Colour the line and suggest its end while it is typed.",
      details: ["NO_COLOR, --no-color and TERM=dumb turn it off, too."],
      examples: [Example(".highlight off", "a plain line")]),
    kind: .flag(\.highlight))

  static let zone = Setting(
    signature: Signature(
      ".zone", usage: ".zone [NAME | utc | account]",
      summary: "The time zone of tables, and of days and months in conditions.",
      details: [
        "`account` is the account's own zone, its config.timezone; UTC where it is not known.",
        "Files and pipes always get times as the API sends them.",
      ],
      examples: [Example(".zone America/New_York", "that zone, whatever the account")]),
    kind: .zone)

  static let limit = Setting(
    signature: Signature(
      ".limit", usage: ".limit [N | off]",
      summary: "The most rows of any result, as if `limit N` stood at its end.",
      details: ["It holds for exports, too; whatever it cuts is called `limited`."],
      examples: [Example(".limit 1000; accounts | count", "no result beyond that")]),
    kind: .count(\.limit, without: "off"))

  package static let budget = Setting(
    signature: Signature(
      ".budget", usage: ".budget [N | off]",
      summary: "Send no more than N requests in this session.",
      details: ["The request after the last is refused; `.status` tells how many were sent."],
      examples: [Example(".budget 200", "request 201 is refused")]),
    kind: .count(\.budget, without: "off"))
}
