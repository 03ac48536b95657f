import DialLanguage
import DialPipeline
import DialRows
import DialStack
import DialTestSupport
import Testing

/// What the words of a line are while it is typed.
struct OutlineTests {
  private func outline(_ text: String) -> Outline {
    Outline(of: text, with: .standard(), in: Planning.prompt())
  }

  @Test func everyWordIsWhatItsPlaceMakesIt() {
    let text = "numbers where status=active | sort id desc | select id as x | export csv a.csv"
    let words = outline(text).words.filter { $0.meaning != .symbol }
      .sorted { $0.range.lower < $1.range.lower }.map { "\($0.range.text) \($0.meaning)" }
    #expect(
      Array(words.prefix(13)) == [
        "numbers source", "where stage", "status field", "= comparison", "active value",
        "sort stage", "id field", "desc keyword", "select stage", "id field", "as keyword",
        "x name", "export stage",
      ])
  }

  @Test(arguments: [
    ("", "statement"), ("accounts; ", "statement"), ("explain ", "source"),
    ("numbers | ", "stage"), ("numbers where ", "argument"), ("use ", "argument"), ("(", "nothing"),
  ])
  func whatMayStandNextIsKnown(_ text: String, _ expected: String) {
    let next =
      switch outline(text).next {
      case .nothing: "nothing"
      case .statement: "statement"
      case .source: "source"
      case .stage: "stage"
      case .argument: "argument"
      }
    #expect(next == expected)
  }

  @Test func theColumnsAtAPlaceAreThoseThatTheStagesBeforeItLeave() throws {
    guard case .stage(let columns) = outline("numbers | count by status | ").next else {
      Issue.record("no stage is awaited")
      return
    }
    #expect(columns?.names == ["status", "count"])
    guard case .argument(let argument) = outline("accounts where config.region=").next else {
      Issue.record("no value is awaited")
      return
    }
    #expect(argument.field?.text == "config.region")
  }

  @Test func whateverTheTextItHasRangesOfTheText() {
    let parts = [
      "numbers", "where", "status", "=", "(", ")", "|", "\"", "$", "$it", ";", ",", "日本", "🎉",
      "\n", "use", ".rows", "param", "explain", "not", "in", "export", "csv", "#", "\\", "\u{0}",
      "count", "by", "é",
    ]
    var generator = SeededGenerator()
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in generator.pick(parts) }.joined(separator: " ")
      let outline = outline(text)
      for range in outline.words.map(\.range) + outline.problems {
        #expect(
          range.lower >= 0 && range.upper <= text.utf8.count, "\(text), seed \(generator.seed)")
      }
    }
  }
}
