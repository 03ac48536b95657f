import DialLanguage
import DialPipeline
import Testing

/// Which texts go on in the next line.
struct CompletenessTests {
  @Test(arguments: [
    "numbers |", "numbers where a in (1,", "numbers where a=", "x \"abc", "a \\", "x where a and",
    "help x; numbers |", "help \"x",
  ])
  func unfinishedTextsGoOn(_ text: String) {
    #expect(Vocabulary.standard().isUnfinished(SourceText(text)))
  }

  @Test(arguments: [
    "", "numbers", "numbers | limit 5", "numbers where a in (1,2)", "# x |", "help ~",
    "accounts; help and", "describe (", ".history |", "? =",
  ])
  func finishedTextsDoNot(_ text: String) {
    #expect(!Vocabulary.standard().isUnfinished(SourceText(text)))
  }
}
