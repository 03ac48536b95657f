package import DialLanguage
package import DialPipeline
import DialRows
package import DialStack

/// What one statement leaves for the next.
package struct Session: Sendable {
  /// The accounts that `use` or `--account` chose.
  package var accounts: AccountSelection {
    didSet { if accounts.identity != oldValue.identity { accountsBefore = oldValue } }
  }
  /// Those that were chosen before them: `use -`.
  private(set) var accountsBefore: AccountSelection?
  /// How many they were when they were chosen at the prompt; `nil` where nobody has counted.
  package var accountCount: Int?
  /// The variables of `--name=value` and `param`.
  package var variables: [String: Literal]
  /// The rows that `let` gave names.
  var named: [String: NamedRows] = [:]
  /// What the program was given besides, which a parameter of that name takes.
  package var options: [String: Literal] = [:]
  /// The texts that `def` gave names.
  var definitions: [String: Definition] = [:]
  /// The names of the variables that a script must declare, since it was given them.
  package var given: Set<String>
  /// What the words with a dot have set.
  package var settings: Settings
  /// Whether a person types the texts, one after the other.
  package var isAtPrompt = false
  /// The result that was fetched and shown last: `$it`.
  var lastResult: ResultCursor?
  /// The result that was shown last, made of `$it` or not: where `more` goes on.
  var lastShown: ResultCursor?
  /// The accounts that the last run over several could not read: `$errors`.
  var failures: [AccountFailure] = []
  /// What ids led to.
  let related: RelatedRecords
  /// The last run over several accounts that lacks some, for `.retry`.
  var lastPartial: (plan: Plan, failed: FailedAccounts)?
  /// The accounts that alone are read: `--retry-failed`.
  package var retrying: FailedAccounts?
  /// The traps that were told of.
  var toldTraps: Set<Trap> = []
  /// How many runs of the text lack the rows of an account.
  var partialRuns = 0
  /// What was expected of rows that break it, where they are only examined.
  var broken: [BrokenExpectation] = []
  /// What the last text asks of the prompt.
  package var promptRequest: PromptRequest?
  /// The last text with the mends of its refusal applied; `nil` if it made sense or none is known.
  package var mended: String?
  /// The accounts that the API was asked about, whatever it said.
  var introduced: Set<Account.ID> = []
  /// The account that the API was too busy to tell about, until it is asked again.
  var unanswered: Account.ID?

  package init(
    accounts: AccountSelection = .none, variables: [String: Literal] = [:], given: Set<String> = [],
    settings: Settings = Settings(), related: RelatedRecords = RelatedRecords()
  ) {
    self.accounts = accounts
    self.variables = variables
    self.given = given
    self.settings = settings
    self.related = related
  }
}

extension Session {
  /// The session of a script that is run in the middle of this one.
  func ofScript(given variables: [String: Literal]) -> Session {
    var session = Session(
      accounts: accounts, variables: variables, given: Set(variables.keys), settings: settings,
      related: related)
    session.options = options
    (session.toldTraps, session.introduced) = (toldTraps, introduced)
    return session
  }

  /// The account that was chosen; `nil` for none, and for several.
  package var account: Account.ID? {
    get { accounts.single }
    set {
      accounts = AccountSelection(newValue)
      accountCount = nil
    }
  }
}
