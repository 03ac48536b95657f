import DialLanguage
import DialPipeline
import DialRows
import DialStack
import Testing

/// Lines that are no more than what is looked for: a phone number, a part of an account's name.
struct SearchTests {
  @Test(arguments: [
    "+14155550100", "4155550100", "1-415-555-0100", "(415) 555-0100", "+1 (415) 555-0100",
    "\"+1 415 555 0100\"", "'415.555.0100'", "+1 415\u{2013}555\u{2011}0100", "+1 (0) 415 555 0100",
  ])
  func aNumberAloneIsLookedForAmongNumbers(text: String) throws {
    let alone = try Planning.pipeline(text)
    let spelled = try Planning.pipeline("numbers where phone_number = +14155550100")
    #expect(alone.explanation == spelled.explanation)
    #expect(alone.columns == spelled.columns)
    #expect(alone.text == text)
  }

  @Test func aNumberStandsWhereverAPipelineDoes() throws {
    for text in [
      "explain +1 415 555 0100 | count", "let x = ((415) 555-0100)",
      "+14155550100 where status=active",
    ] {
      #expect(Planning.diagnostics(text) == [])
    }
  }

  @Test func theBeginningOfANumberIsAPrefix() throws {
    #expect(
      try Planning.pipeline("+1415").explanation
        == Planning.pipeline("numbers where phone_number in +1415").explanation)
  }

  @Test func stagesGoOnFromANumber() throws {
    #expect(
      try Planning.pipeline("(415) 555-0100 | select id | limit 1").explanation
        == Planning.pipeline("numbers where phone_number = +14155550100 | select id | limit 1")
        .explanation)
  }

  @Test func whatIsWrongWithANumberIsSaidAtIt() {
    expectRefusal(
      "1️⃣+141555501002️⃣ | limit 1",
      "in `+14155550100`: no account chosen: `numbers` belongs to an account; try `use acct_…` (`accounts` lists them) "
        + "or `use all`", in: Planning.scope(account: nil))
    expectRefusal(
      "+14155550100 | 1️⃣shrink2️⃣",
      "unknown stage `shrink`; `help` lists them")
    // Too short for a number, and without a `+`.
    expectRefusal("1️⃣4155552️⃣", "unknown resource or command `415555`; `help` lists them")
    expectRefusal("1️⃣(2️⃣1 | limit 2", "expected a resource or a command, found `(`")
  }

  @Test func aPhoneNumberIsNoID() {
    expectRefusal(
      "calls where did in (1️⃣+141555501002️⃣)",
      "`did` is an id, and `+14155550100` a phone number; `did in (+14155550100 | select id)` looks "
        + "for it")
    expectRefusal(
      "calls where did = 1️⃣+14152️⃣",
      "`did` is an id, and `+1415` a phone number; `did in (+1415 | select id)` looks for it")
    for text in ["10.50.20.1000", "030 1388465", "1756684800", "+1415555010099999999"] {
      #expect(
        Planning.diagnostics(text).first?.message.hasPrefix("unknown resource or command") == true)
    }
  }

  @Test func aVariableBehindUseHoldsAccountsAndNothingElse() {
    for value in ["", ",", "acct_1,", "acct_1, all"] {
      let scope = Planning.scope(variables: ["which": value])
      let messages = Planning.diagnostics("use $which", in: scope).map(\.message)
      #expect(messages.count == 1, "`\(value)`: \(messages)")
    }
    for value in ["acct_1", "acct_1,acct_2", " acct_1 , acct_2 ", "all", "none"] {
      #expect(
        Planning.diagnostics("use $which", in: Planning.scope(variables: ["which": value])) == [])
    }
  }

  @Test func namesOfAccountsAreFoundBehindUse() {
    var scope = Planning.prompt()
    scope.known = KnownNames(["Harbor Vet", "Harbor Dental", "Zahnarzt"])
    expectRefusal(
      "use 1️⃣zahn2️⃣", "`zahn` is no account's id; `use acct_2` chooses Zahnarzt",
      mended: "use acct_2", in: scope)
    expectRefusal(
      "use 1️⃣'Harbor Vet'2️⃣", "`Harbor Vet` is no account's id; `use acct_0` chooses Harbor Vet",
      mended: "use acct_0", in: scope)
    expectRefusal(
      "use acct_0, 1️⃣harbor2️⃣",
      "`harbor` is no account's id; accounts are called so: Harbor Vet (acct_0), Harbor Dental "
        + "(acct_1); Tab shows all", in: scope)
    #expect(Planning.diagnostics("use acct_1, acct_unknown", in: scope) == [])
  }

  @Test func aPartOfANameFindsTheAccountsThatAreKnown() {
    var scope = Planning.prompt()
    scope.known = KnownNames([
      "Harbor Vet", "Harbor Dental", "Harbor Law", "Harbor Inn", "Zahnarzt",
    ])
    expectRefusal(
      "1️⃣zahn2️⃣", "`zahn` is no resource or command; `use acct_4` chooses Zahnarzt",
      mended: "use acct_4", in: scope)
    expectRefusal(
      "1️⃣harbor d2️⃣", "`harbor d` is no resource or command; `use acct_1` chooses Harbor Dental",
      mended: "use acct_1", in: scope)
    expectRefusal(
      "1️⃣Harbor2️⃣",
      "`Harbor` is no resource or command; accounts are called so: Harbor Vet (acct_0), "
        + "Harbor Dental (acct_1), Harbor Law (acct_2); `accounts where name ~ \"(?i)Harbor\"` lists all",
      mended: "accounts where name ~ \"(?i)Harbor\"", in: scope)
  }

  @Test func whatNobodyKnowsIsLookedForByTheAPI() throws {
    let mend = "accounts where name ~ \"(?i)bakery\""
    expectRefusal(
      "1️⃣bakery2️⃣",
      "unknown resource or command `bakery`; `help` lists them, `\(mend)` looks for an account",
      mended: mend, in: Planning.prompt())
    _ = try Planning.pipeline(mend, in: Planning.prompt())
    expectRefusal(
      "1️⃣head2️⃣ 3",
      "`head` is no resource or command; a stage follows a source: `numbers | limit N`",
      in: Planning.prompt())
    // Behind a stage, with other signs, misspelt, and in a script it is a mistake like any other.
    expectRefusal(
      "1️⃣bakery2️⃣ | limit 1", "unknown resource or command `bakery`; `help` lists them",
      in: Planning.prompt())
    expectRefusal(
      "1️⃣bakery/2️⃣", "unknown resource or command `bakery/`; `help` lists them",
      in: Planning.prompt())
    expectRefusal(
      "1️⃣numbrs2️⃣", "unknown resource or command `numbrs`; did you mean `numbers`?",
      mended: "numbers", in: Planning.prompt())
    expectRefusal("1️⃣bakery2️⃣", "unknown resource or command `bakery`; `help` lists them")
  }
}

/// A session that has listed accounts of these names.
private struct KnownNames: KnownValues {
  let accounts: [KnownAccount]

  init(_ names: [String]) {
    accounts = names.enumerated().map { KnownAccount(id: "acct_\($0)", name: $1, timeZone: "") }
  }

  func knownValues(of field: String, in resource: String) -> [String] { [] }
  func knownAccounts(_ most: Int) -> [KnownAccount] { Array(accounts.prefix(most)) }

  func knownAccounts(called part: String, _ most: Int) -> [KnownAccount] {
    Array(accounts.filter { $0.name.lowercased().contains(part.lowercased()) }.prefix(most))
  }

  func knownAccount(_ id: Account.ID) -> KnownAccount? { accounts.first { $0.id == id.rawValue } }
}
