import DialLanguage

// Help on what is no word of the language.
extension Signature {
  static let settings = Signature(
    "settings",
    summary: "Words with a dot change how the session shows and asks; see each: help .rows",
    details: (Setting.all.map(\.signature) + DotCommand.allCases.map(\.signature)).map {
      "\($0.usage): \($0.summary)"
    },
    examples: [Example(".settings", "the values as they are")])

  static let keys = Signature(
    "keys", summary: "What the keys do while a line is edited.",
    details: [
      "Tab: complete what is certain, then list, then put in one after the other, at last what",
      "was typed",
      "→ or Ctrl-E at the end: take the dim suggestion; Alt-F takes a word of it",
      "↑ ↓ or Ctrl-P Ctrl-N: older and newer lines that begin as this one does",
      "Ctrl-R: search the lines of earlier; `.history WORD` lists them",
      "Enter on an unfinished pipeline: a new row in the same text",
      "Ctrl-C: drop the line, or stop what runs and keep its rows; Ctrl-D: leave",
      "Ctrl-A Ctrl-E Ctrl-W Ctrl-U Ctrl-K Ctrl-Y: as in any shell; ~/.editrc changes keys,",
      "`bind -v` there brings the keys of vi.",
    ],
    examples: [Example(".edit accounts | limit 1", "a text in your own editor")])

  static let errors = Signature(
    "errors", summary: "What goes wrong, and what becomes of it.",
    details: [
      "A text that makes no sense is refused before anything is sent, and marks show the place.",
      "Failed connections and the statuses 408 425 429 500 502 503 504 are tried up to 5 times",
      "again; `Retry-After` is obeyed. What fails then names page, status, code and request id.",
      "One of several accounts that can't be read leaves the others: `$errors` has a row for each,",
      "in scripts, too; `.retry` asks for them once more, and `use ($errors)` chooses them.",
      "Rows that came before are kept: the result is `partial`; a file is left as it was.",
      "`limited` means that a limit cut the rows, `complete` that there are no others.",
      "Exit statuses of scripts: 0 done, 1 failed, 2 refused, 3 partial, 4 authentication,",
      "129 terminal gone, 130 interrupted, 141 reader gone, 143 ended by TERM; any other signal",
      "that ends the program gives 128 and its number.",
    ],
    examples: [Example("explain accounts | limit 5", "what would be asked, before it is")])

  static let times = Signature(
    "times", summary: "How times are written and shown.",
    details: [
      "2026-09-01, 2026-09 and 2026 are a day, a month and a year, 2026-09-01T10:00Z is a moment;",
      "today, yesterday, tomorrow, now; this-week, last-month, next-year and the like;",
      "-2w, -7d, -12h, -30m are so long ago, +7d is to come; m is minutes. Weeks begin on Monday.",
      "`created_at in 2026-09` is the whole month, `created_at >= -7d` what came since.",
      "Days begin at midnight in the zone that `.zone` shows; tables show times in it, too.",
    ],
    examples: [Example("accounts where created_at >= -30d", "the accounts of a month")])

  static let lastResult = Signature(
    "$it", summary: "The rows of the result that was shown last, without asking for them again.",
    synonyms: ["it"],
    details: [
      "It can stand where a resource can, at the prompt. Exports leave it as it was, and so do",
      "pipelines that begin with it: one result may be asked several questions.",
      "It is the whole result: rows behind those that were read are read when they are needed, and the",
      "footer says how many. A line that begins with `|` goes on from it: `| count by status`.",
    ],
    examples: [Example("accounts; $it | count by config.region", "one listing, two views")])
}
