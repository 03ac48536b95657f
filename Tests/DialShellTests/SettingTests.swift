import DialLanguage
import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// The words with a dot.
struct SettingTests {
  private let recorder: Recorder

  init() throws {
    recorder = try Recorder()
  }

  /// A shell at a prompt that has chosen an account.
  private func shell() -> Shell {
    var session = Session(accounts: .one("acct_1"))
    session.settings = .prompt
    session.isAtPrompt = true
    return recorder.shell(session)
  }

  private func diagnostics(_ text: String, isAtPrompt: Bool = true) -> [Diagnostic] {
    var scope = Typing().scope
    if !isAtPrompt { scope.prompt = nil }
    do throws(Rejection) {
      _ = try Planner.plan(SourceText(text), with: .shell(), in: scope)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Where a value is that of the start, another one is given first.
  @Test(arguments: [
    (".rows 20", ".rows is 20\n"), (".rows all", ".rows is all\n"),
    (".limit 3", ".limit is 3\n"), (".limit 3; .limit off", ".limit is 3\n.limit is off\n"),
    (".budget 200", ".budget is 200, and 0 were sent so far\n"),
    (
      ".budget 200; .budget off",
      ".budget is 200, and 0 were sent so far\n.budget is off\n"
    ),
    (".wide on", ".wide is on\n"), (".wide on; .wide off", ".wide is on\n.wide is off\n"),
    (".wide", ".wide is on\n"), (".wide; .wide", ".wide is on\n.wide is off\n"),
    (".expand on", ".expand is on\n"), ("\\x", ".expand is on\n"),
    (".timing on", ".timing is on\n"), ("\\timing", ".timing is on\n"),
    (".timer", ".timing is on\n"),
    (".pager off; .pager on", ".pager is off\n.pager is on\n"),
    (".highlight off", ".highlight is off\n"), (".highlight", ".highlight is off\n"),
    (".zone utc", ".zone is UTC\n"), (".zone UTC", ".zone is UTC\n"),
    (".zone Asia/Kathmandu", ".zone is Asia/Kathmandu\n"),
    (
      ".zone utc; .zone account",
      ".zone is UTC\n.zone is UTC (the account's zone is not known yet)\n"
    ),
  ])
  func aValueIsTaken(_ text: String, _ shown: String) async throws {
    var shell = shell()
    #expect(await shell.run(SourceText(text)) == .done)
    #expect(try recorder.output == shown)
  }

  @Test(arguments: [
    (".rows", "100"), (".limit", "off"), (".budget", "off"),
    (".zone", "UTC (the account's zone is not known yet)"),
  ])
  func withoutAValueItIsShown(_ text: String, _ value: String) async throws {
    var shell = shell()
    #expect(await shell.run(SourceText(text)) == .done)
    #expect(try recorder.output == "\(text) is \(value)\n")
  }

  @Test(arguments: [
    (".rows 1️⃣02️⃣", "`.rows` takes a whole number of 1 or more, or `all`, found `0`"),
    (".rows 1️⃣many2️⃣", "`.rows` takes a whole number of 1 or more, or `all`, found `many`"),
    (".rows 1️⃣-12️⃣", "`.rows` takes a whole number of 1 or more, or `all`, found `-1`"),
    (
      ".limit 1️⃣999999999999999999992️⃣",
      "`.limit` takes a whole number of 1 or more, or `off`, found `99999999999999999999`"
    ),
    (".budget 1️⃣on2️⃣", "`.budget` takes a whole number of 1 or more, or `off`, found `on`"),
    (".expand 1️⃣maybe2️⃣", "`.expand` takes on or off, found `maybe`"),
    (
      "accounts; .zone 1️⃣Mars2️⃣",
      "`.zone` takes the name of a time zone as America/New_York, `utc` or `account`, found `Mars`"
    ),
    ("1️⃣.row2️⃣ 3", "unknown setting `.row`; did you mean `.rows`?"),
    ("1️⃣.xyzzy2️⃣", "unknown setting `.xyzzy`; `help settings` lists them"),
  ])
  func whatItDoesNotTakeIsRefusedAtItsPlace(_ marked: String, _ message: String) {
    let text = MarkedText(marked)
    #expect(diagnostics(text.source.text).map(\.range) == [text.range])
    #expect(diagnostics(text.source.text).map(\.message) == [message])
  }

  @Test(arguments: [
    ".rows 5 6", ".status now", ".settings x", ".quit now", ".again 1 2", ".again x",
  ])
  func wordsTooManyAreRefused(_ text: String) {
    #expect(diagnostics(text).count == 1)
  }

  @Test(arguments: ["1️⃣.history2️⃣", "1️⃣.again2️⃣ 3", "1️⃣.edit2️⃣ accounts"])
  func aScriptHasNoPrompt(_ marked: String) {
    let text = MarkedText(marked)
    let found = diagnostics(text.source.text, isAtPrompt: false)
    #expect(found.map(\.range) == [text.range])
    #expect(
      found.map(\.message) == ["`\(text.range.text)` belongs to the prompt; a script can't have it"]
    )
  }

  @Test func everySpellingOfAWordIsTheSameWord() {
    for word in DotCommand.allCases {
      for spelling in [word.rawValue] + word.signature.synonyms {
        #expect(DotCommand(spelling: spelling) == word)
        #expect(Setting.all.allSatisfy { $0.signature.name != spelling })
      }
    }
    #expect(DotCommand(spelling: ".nothing") == nil)
    #expect(DotCommand(spelling: "status") == nil)
  }
}
