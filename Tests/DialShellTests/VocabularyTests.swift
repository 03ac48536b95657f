import DialLanguage
import DialPipeline
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// What the help says of the words.
struct VocabularyTests {
  @Test(arguments: Vocabulary.shell().examples)
  func everyExampleOfTheHelpPlans(_ example: Example) throws {
    _ = try Planner.plan(SourceText(example.line), with: .shell(), in: Typing().scope)
  }

  @Test(arguments: Vocabulary.shell().topics)
  func everyTopicHasAPage(_ topic: String) async throws {
    let recorder = try Recorder()
    var shell = recorder.shell()
    #expect(await shell.run(SourceText("help \(topic)")) == .done)
    let page = try recorder.output
    #expect(page.hasPrefix(topic) || page.hasPrefix("export \(topic)"))
  }

  @Test func noTwoWordsAreSpelledAlike() {
    let vocabulary = Vocabulary.shell()
    let spellings =
      vocabulary.statements.flatMap(\.spellings) + vocabulary.stageSignatures.map(\.name)
      + vocabulary.catalog.resources.map(\.name)
    #expect(Set(spellings).count == spellings.count)
    #expect(Set(vocabulary.topics).count == vocabulary.topics.count)
  }
}
