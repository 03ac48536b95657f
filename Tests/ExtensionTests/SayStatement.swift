import DialLanguage
import DialPipeline
import DialShell

/// `say TEXT`: writes a text.
struct SayStatement: WordStatement {
  static let signature = Signature(
    "say", .value("TEXT"), summary: "Write a text.",
    examples: [Example("say \"what follows is a report\"", "a line between two pipelines")])

  private let text: Literal

  init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection) {
    text = try arguments.literal("a text", as: .anyValue)
    try arguments.finish(after: "the text")
  }

  func plan(in planner: inout Planner) throws(Rejection) -> Step {
    .command(SayCommand(text: try planner.scope.value(of: text).text))
  }
}

private struct SayCommand: ShellCommand {
  let text: String

  func perform(in shell: inout Shell) -> ExitStatus {
    shell.environment.messages.write(text + "\n")
  }
}
