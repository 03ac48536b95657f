import DialLanguage
import DialPipeline
import Testing

/// The words with a dot.
struct SettingTests {
  /// The value of the setting that `text` sets, as it would be typed.
  private func value(_ text: String, in settings: Settings = .prompt) throws -> String? {
    let steps = try Planning.plan(text, in: Planning.prompt()).steps
    guard case .command(.change(let change))? = steps.last else { return nil }
    var settings = settings
    change.apply(&settings)
    return change.setting.text(in: settings)
  }

  @Test(arguments: [
    (".rows 20", "20"), (".rows all", "all"), (".limit 3", "3"), (".limit off", "off"),
    (".budget 200", "200"), (".budget off", "off"), (".wide on", "on"), (".wide off", "off"),
    (".wide", "on"), (".expand on", "on"), ("\\x", "on"), (".timing on", "on"), ("\\timing", "on"),
    (".timer", "on"), (".pager on", "on"), (".highlight off", "off"), (".highlight", "off"),
    (".zone utc", "utc"), (".zone UTC", "utc"), (".zone account", "account"),
    (".zone Asia/Kathmandu", "Asia/Kathmandu"),
  ])
  func aValueIsTaken(_ text: String, _ value: String) throws {
    #expect(try self.value(text) == value)
  }

  @Test(arguments: [".rows", ".limit", ".budget", ".zone"])
  func withoutAValueItIsShown(_ text: String) throws {
    let steps = try Planning.plan(text, in: Planning.prompt()).steps
    guard case .command(.show(let setting))? = steps.last else {
      Issue.record("\(text) shows nothing")
      return
    }
    #expect(setting.signature.name == text)
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
    expectRefusal(marked, message, in: Planning.prompt())
  }

  @Test(arguments: [
    ".rows 5 6", ".status now", ".settings x", ".quit now", ".again 1 2", ".again x",
  ])
  func wordsTooManyAreRefused(_ text: String) {
    #expect(Planning.diagnostics(text, in: Planning.prompt()).count == 1)
  }

  @Test(arguments: ["1️⃣.history2️⃣", "1️⃣.again2️⃣ 3", "1️⃣.edit2️⃣ accounts"])
  func aScriptHasNoPrompt(_ marked: String) {
    expectRefusal(marked, "`\(word(of: marked))` belongs to the prompt; a script can't have it")
  }

  private func word(of marked: String) -> String {
    String(marked.drop { $0 != "." }.prefix { $0 != "2️⃣" })
  }

  @Test func everySpellingOfAWordIsTheSameWord() {
    for word in PromptWord.allCases {
      for spelling in [word.rawValue] + word.signature.synonyms {
        #expect(PromptWord(spelling: spelling) == word)
        #expect(Setting.all.allSatisfy { $0.signature.name != spelling })
      }
    }
    #expect(PromptWord(spelling: ".nothing") == nil)
    #expect(PromptWord(spelling: "status") == nil)
  }
}
