package import DialLanguage
package import DialStack

/// What one statement leaves for the next.
package struct Session: Sendable {
  /// The account that `use` or `--account` chose.
  package var account: Account.ID?
  /// The variables of `--name=value` and `param`.
  package var variables: [String: Literal]

  /// The names of the variables that a script must declare, since it was given them.
  package var given: Set<String>

  package init(
    account: Account.ID? = nil, variables: [String: Literal] = [:], given: Set<String> = []
  ) {
    self.account = account
    self.variables = variables
    self.given = given
  }
}
