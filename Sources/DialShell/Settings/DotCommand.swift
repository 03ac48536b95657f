package import DialLanguage

/// A word with a dot that does something: `.status`.
package enum DotCommand: String, Sendable, Hashable, CaseIterable {
  case status = ".status"
  case settings = ".settings"
  case history = ".history"
  case again = ".again"
  case edit = ".edit"
  case save = ".save"
  case retry = ".retry"
  case tables = ".tables"
  case help = ".help"
  case quit = ".quit"

  package var signature: Signature {
    switch self {
    case .status:
      Signature(
        rawValue,
        summary: "Show the profile, the key's origin, the address, and what was sent.",
        synonyms: ["\\conninfo"], examples: [Example(".status", "what this session is")])
    case .settings:
      Signature(
        rawValue, summary: "Show every setting.",
        synonyms: [".show", "\\set", "\\pset"], examples: [Example(".settings", "their values")])
    case .history:
      Signature(
        rawValue, .word.optional,
        summary: "List the lines of earlier, or those that hold a word.",
        synonyms: ["\\s", "\\history"],
        details: ["A line that begins with a space is not kept, nor one that holds a key."],
        examples: [Example(".history sort", "those about sorting")])
    case .again:
      Signature(
        rawValue, .number.optional,
        summary: "Run line N of the history once more; without N, the last without a dot.",
        synonyms: ["\\g"], examples: [Example(".again", "the last line once more")])
    case .edit:
      Signature(
        rawValue, .pipeline.optional,
        summary: "Open the last line, or this one, in $VISUAL or $EDITOR.",
        synonyms: ["\\e", "\\edit"],
        details: ["What you save stands at the prompt again; Enter runs it."],
        examples: [Example(".edit accounts | limit 1", "a text to begin with")])
    case .save:
      Signature(
        rawValue, .path, .number.optional, options: [Self.replace],
        summary: "Write the last line, or the last N, into a script.",
        synonyms: ["\\w"],
        details: [
          "The account becomes a `param`: `dialsh FILE --account=acct_…` runs it for another one.",
          "Names that the lines have from the session come with them, and so does the pipeline of the",
          "last result before a line that begins with `|`.",
          "Lines that begin with a dot are left out. A file that is there stays, unless replace=yes.",
        ],
        examples: [Example(".save report.dial", "the last line as a script")])
    case .retry:
      Signature(
        rawValue,
        summary: "Ask once more for the accounts that the last run lacks, and put their rows in.",
        details: [
          "A file of csv, tsv or ndjson gets them where they belong, and so does `$it`; where a stage",
          "needs every row, as `count` does, the line is run again.",
        ],
        examples: [Example(".retry", "behind `partial: 411 of 413 accounts`")])
    case .tables:
      Signature(
        rawValue, .value("RESOURCE").optional,
        summary: "List the resources, or describe one as `describe` does.",
        synonyms: [
          ".schema", "\\d", "\\d+", "\\dt", "\\l", ".databases", "\\schema",
        ],
        details: ["`.schema numbers` and `\\d numbers` are the same."],
        examples: [
          Example(".tables", "what can stand first in a line"),
          Example(".schema numbers", "the fields of one"),
        ])
    case .help:
      Signature(
        rawValue, .word.optional, summary: "The same as `help`.",
        synonyms: ["?", "\\?", "\\h", "\\help"], examples: [Example("?", "the words there are")])
    case .quit:
      Signature(
        rawValue, summary: "The same as `exit`.",
        synonyms: [".exit", ".q", "\\q", "\\quit"], examples: [Example("\\q", "leave")])
    }
  }

  /// Whether a file gives way that is there.
  static let replace = Parameter.option(
    "replace", oneOf: ["yes", "no"], default: "no", "whether a file gives way that is there")

  /// The word that is spelt `spelling`, its own way or the way of another prompt.
  package init?(spelling: String) {
    guard
      let word = Self.allCases.first(where: {
        $0.rawValue == spelling || $0.signature.synonyms.contains(spelling)
      })
    else { return nil }
    self = word
  }
}
