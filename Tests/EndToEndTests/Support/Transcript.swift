import DialExport
import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport

/// Inputs and what comes of them, side by side in a text that people read.
///
///     # What the entry shows.
///     @ fault ignore-filters
///     $ numbers | limit 1
///     > | select id
///     id
///     did_01abc
///     ! a line on standard error
///     = status 3, 2 requests, /v1/phone-numbers?limit=1
///
/// A line of the output that begins as one of these gets a `\` before it, one that has no
/// end gets one behind it, and what doesn't show is written `‹U+202E›`.
struct Transcript: Equatable {
  struct Entry: Equatable {
    /// The lines before the input: comments and settings.
    var preamble: [String]
    var input: String
    /// What was written, and the line below it.
    var outcome: [String]

    var settings: [Substring] {
      preamble.filter { $0.hasPrefix("@ ") }.map { $0.dropFirst(2) }
    }
  }

  /// The lines at the top of the file.
  var header: [String]
  var entries: [Entry]
}

extension Transcript {
  /// Reads a transcript; whatever makes no sense in it makes its entry fail.
  init(_ text: String) {
    self.init(header: [], entries: [])
    var preamble: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isOpen = entries.last.map { $0.outcome.last?.hasPrefix("= ") != true } ?? false
      let goesOn = line == ">" || line.hasPrefix("> ")
      if isOpen, goesOn, entries[entries.count - 1].outcome.isEmpty {
        entries[entries.count - 1].input += "\n" + line.dropFirst(2)
      } else if isOpen {
        entries[entries.count - 1].outcome.append(line)
      } else if line.hasPrefix("$ ") {
        entries.append(Entry(preamble: preamble, input: String(line.dropFirst(2)), outcome: []))
        preamble = []
      } else if line.isEmpty {
        if entries.isEmpty { header += preamble }
        preamble = []
      } else {
        preamble.append(line)
      }
    }
  }

  var text: String {
    let blocks =
      [header.joined(separator: "\n")]
      + entries.map { entry in
        let input = entry.input.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated().map {
            ($0.offset == 0 ? "$ " : $0.element.isEmpty ? ">" : "> ") + $0.element
          }
        return (entry.preamble + input + entry.outcome).joined(separator: "\n")
      }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

extension Transcript.Entry {
  /// The lines that show `outcome`.
  static func lines(of outcome: Outcome) -> [String] {
    let errors = shown(outcome.errors).map { "! \($0)" }
    var facts: [String] = []
    if outcome.status != .done { facts.append("status \(outcome.status.rawValue)") }
    facts.append(outcome.requests.count == 1 ? "1 request" : "\(outcome.requests.count) requests")
    // The pages after the first have addresses that say nothing to a reader.
    var targets: [String] = []
    for target in outcome.requests where !target.contains("page=") && target != targets.last {
      targets.append(target)
    }
    return shown(outcome.output).map(escaped) + errors
      + ["= " + (facts + targets).joined(separator: ", ")]
  }

  private static func escaped(_ line: String) -> String {
    ["$ ", "> ", "! ", "= ", "\\"].contains { line.hasPrefix($0) } ? "\\" + line : line
  }

  private static func shown(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines = text.unicodeScalars.map(shown).joined()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += "\\" }
    return lines
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch (scalar, scalar.properties.generalCategory) {
    // The joiner holds the figures of one emoji together.
    case ("\n", _), ("\u{200D}", _): return String(scalar)
    case ("\t", _): return "‹tab›"
    case ("\r", _): return "‹return›"
    case ("\u{1B}", _): return "‹escape›"
    case ("‹", _), (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator):
      let number = String(scalar.value, radix: 16, uppercase: true)
      return "‹U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number + "›"
    default: return String(scalar)
    }
  }
}

extension RunSetting {
  struct Unknown: Error {
    let line: Substring
  }

  /// Takes the settings of an entry, as in `fault 503`; `color` and `zone` stand below `terminal`.
  init(_ lines: [Substring]) throws {
    self.init()
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      switch (words.first, words.count) {
      case ("fault", 2): sandbox.faults.append(try Fault(parsing: words[1]))
      case ("seed", 2): sandbox.seed = UInt64(words[1]) ?? 1
      case ("numbers", 2): sandbox.numbers = Int(words[1])
      case ("accounts", 2): sandbox.accounts = Int(words[1]) ?? 1
      case ("account", 2): account = Account.ID(rawValue: words[1])
      case ("output", 2): display.format = words[1]
      case ("terminal", 2...3):
        display.format = "table"
        display.terminal = TerminalStyle(
          width: Int(words[1]) ?? 80, layout: try Self.layout(words.dropFirst(2).first),
          coloring: .none, zone: .utc)
      case ("color", 1): display.terminal?.coloring = .colors
      case ("zone", 2):
        guard let zone = Zone(identifier: words[1]) else { throw Unknown(line: line) }
        display.terminal?.zone = zone
      case ("script", 2): name = words[1]
      case ("variable", 3): variables[words[1]] = words[2]
      case ("quiet", 1): volume = .quiet
      case ("dry-run", 1): mode = .explain
      case ("check", 1): mode = .check
      case ("key", 2): key = APIKey(words[1]) ?? key
      // Nobody asks for the key in memory.
      case ("socket", 1): break
      default: throw Unknown(line: line)
      }
    }
  }

  /// The layout behind the width of a terminal, as in `terminal 80 wide`.
  private static func layout(_ word: String?) throws -> TerminalStyle.Layout {
    switch word {
    case nil: .fitted
    case "wide"?: .wide
    case "expanded"?: .expanded
    case let word?: throw Unknown(line: word[...])
    }
  }
}
