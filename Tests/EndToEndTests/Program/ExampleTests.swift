import DialLanguage
import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// Every example of the help runs as it stands.
@Suite(.timeLimit(.minutes(2)))
struct ExampleTests {
  /// All but those that only a prompt takes, whose own tests run them.
  private static let examples = {
    let scope = Scope(
      accounts: .one("acct_1"), variables: [:], homeDirectory: "/home/ada",
      display: Display(format: "table", terminal: nil))
    return Vocabulary.shell().examples.filter { example in
      (try? Planner.plan(SourceText(example.line), with: .shell(), in: scope)) != nil
    }
  }()

  @Test func thoseLeftOutAreAboutAPrompt() {
    let left = Vocabulary.shell().examples.map(\.line).filter { line in
      !Self.examples.contains { $0.line == line }
    }
    let words = ["more", "$it", ".history", ".again", ".edit", ".save"]
    #expect(left.filter { line in !words.contains { line.contains($0) } } == [])
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
