import DialLanguage
import DialPipeline
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// What one text leaves for the next.
struct ShellTests {
  private let recorder: Recorder
  private let account: Account.ID = "acct_1"

  init() throws {
    recorder = try Recorder()
  }

  private func value(_ text: String) -> Literal {
    Literal(.word, text, at: .nowhere)
  }

  @Test func anAccountIsThereForTheLinesAfterIt() async throws {
    var shell = recorder.shell()
    #expect(await shell.run(SourceText("use acct_1")) == .done)
    #expect(shell.session.account == account)
    #expect(await shell.run(SourceText("explain numbers | limit 1")) == .done)
    #expect(try recorder.output.hasPrefix("account   acct_1\nrequest   GET "))
    #expect(await shell.run(SourceText("use none")) == .done)
    #expect(shell.session.account == nil)
    #expect(await shell.run(SourceText("numbers")) == .refused)
  }

  @Test func aParameterIsThereForTheLinesAfterIt() async {
    var shell = recorder.shell(Session(accounts: .one(account)))
    #expect(await shell.run(SourceText("param state = active")) == .done)
    #expect(shell.session.variables["state"]?.text == "active")
    #expect(await shell.run(SourceText("explain numbers where status=$state")) == .done)
  }

  @Test func aTextThatIsRefusedChangesNothing() async {
    var shell = recorder.shell(Session(accounts: .one(account), variables: ["a": value("1")]))
    #expect(await shell.run(SourceText("use acct_2; param a = 2; nubmers; exit")) == .refused)
    #expect(shell.session.account == account)
    #expect(shell.session.variables == ["a": value("1")])
    #expect(!shell.isOver)
  }

  @Test(arguments: ["exit", "quit", "help exit; exit; nothing | here"])
  func exitEndsTheSession(_ text: String) async {
    var shell = recorder.shell()
    let status = await shell.run(SourceText(text))
    #expect(shell.isOver == (status == .done))
    #expect(text.contains("nothing") == (status == .refused))
  }

  @Test func nothingBehindAFailureIsRun() async throws {
    var shell = recorder.shell()
    let status = await shell.run(SourceText("use acct_1; accounts; use acct_2; help exit"))
    #expect(status == .authentication)
    #expect(shell.session.account == account)
    #expect(try recorder.output == "")
    #expect(try recorder.errors == "dialsh: \(MissingKey())\n")
  }

  @Test func whatTheUserGetsToSeeHoldsNoControlCharacters() async throws {
    var shell = recorder.shell()
    #expect(await shell.run(SourceText("\u{1B}[31mred", name: "a\u{7}.dial")) == .refused)
    let shown = try recorder.errors.unicodeScalars.filter { $0 != "\n" }
    #expect(shown.allSatisfy { $0.properties.generalCategory != .control })
    recorder.messages().complain("\u{1B}]0;title\u{7}")
    #expect(try recorder.errors.hasSuffix("dialsh: ␛]0;title␇\n"))
  }
}
