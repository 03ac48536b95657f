import DialLanguage
import DialPipeline
import DialShell
import DialTestSupport
import ShellTestSupport
import Testing

/// Every example of the help runs as it stands.
@Suite(.timeLimit(.minutes(2)))
struct ExampleTests {
  /// Words that only a prompt takes; its own tests run them.
  private static let promptWords = ["more", "$it", ".edit", ".again", ".history"]

  private static let examples = Vocabulary.shell().examples.filter { example in
    !promptWords.contains { example.line.contains($0) }
  }

  @Test(arguments: examples)
  func runs(_ example: Example) async throws {
    var program = try Program()
    // Some write files: they go to a folder of the test's own.
    program.executable = "/bin/sh"
    program.variables["LINE"] = example.line
    let command =
      "cd '\(program.home.path)' && exec '\(Program.path)' --sandbox "
      + "--account acct_01h2xcejqtf2nbrexx3vqjhp41 -q -c \"$LINE\""
    let finished = try await program.run("-c", command)
    #expect(finished.status == 0, "\(example.line): \(finished.errors)")
  }
}
