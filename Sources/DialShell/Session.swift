package import DialLanguage
import DialPipeline
package import DialStack

/// What one statement leaves for the next.
package struct Session: Sendable {
  /// The account that `use` or `--account` chose.
  package var account: Account.ID?
  /// The variables of `--name=value` and `param`.
  package var variables: [String: Literal]
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
  /// What the last text asks of the prompt.
  package var promptRequest: PromptRequest?
  /// The last text with the mends of its refusal applied; `nil` if it made sense or none is known.
  package var mended: String?
  /// The accounts that the API was asked about, whatever it said.
  var introduced: Set<Account.ID> = []
  /// The account that the API was too busy to tell about, until it is asked again.
  var unanswered: Account.ID?

  package init(
    account: Account.ID? = nil, variables: [String: Literal] = [:], given: Set<String> = [],
    settings: Settings = Settings()
  ) {
    self.account = account
    self.variables = variables
    self.given = given
    self.settings = settings
  }
}
