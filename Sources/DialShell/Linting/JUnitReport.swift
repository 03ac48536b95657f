import DialExport
import TerminalText

/// What came of rules as a file of JUnit's, which servers that run checks show.
struct JUnitReport {
  let text: String

  init(of outcomes: [LintOutcome]) {
    func count(_ verdict: LintOutcome.Verdict) -> Int {
      outcomes.count { $0.verdict == verdict }
    }
    text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="dialsh lint" tests="\(outcomes.count)" failures="\(count(.broken))" \
      errors="\(count(.failed))">
      \(outcomes.map(Self.test).joined())  </testsuite>
      </testsuites>

      """
  }

  private static func test(_ outcome: LintOutcome) -> String {
    let rule = outcome.rule
    let name = "    <testcase classname=\"\(rule.severity.rawValue)\" name=\"\(rule.name.inXML)\""
    switch outcome.verdict {
    case .kept: return name + "/>\n"
    case .failed:
      return name + ">\n      <error message=\"it could not be run\"/>\n    </testcase>\n"
    case .broken:
      let failures = outcome.broken.map { broken in
        "      <failure message=\"\(rule.title.inXML)\" type=\"\(rule.severity.rawValue)\">"
          + "\("\(broken)".inXML)</failure>\n"
      }
      return name + ">\n" + failures.joined() + "    </testcase>\n"
    }
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Throws: `Errno`.
  func write(to path: String) throws {
    var file = try FileOutput(path: path)
    do {
      try file.write(Array(text.utf8))
      try file.commit()
    } catch {
      file.abandon()
      throw error
    }
  }
}

extension String {
  /// The text as it may stand in XML 1.0, section 2.2 and 2.4: what no document may hold is shown as a
  /// mark.
  fileprivate var inXML: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map(\.visible)
    return lines.joined(separator: "\n").unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
