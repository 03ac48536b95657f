package import DialStack

/// What is known of the API's data while a text is planned: what a session has seen, as a rule.
package protocol KnownValues: Sendable {
  /// The values that a field of a resource had.
  func knownValues(of field: String, in resource: String) -> [String]

  /// The first accounts, no more than `most`.
  func knownAccounts(_ most: Int) -> [KnownAccount]

  /// The first accounts whose id, name or e-mail address holds `part`, in any case, no more than `most`.
  func knownAccounts(called part: String, _ most: Int) -> [KnownAccount]

  /// The account of that id.
  func knownAccount(_ id: Account.ID) -> KnownAccount?
}

/// An account that is known.
package struct KnownAccount: Sendable, Hashable {
  package let id: String
  /// Its name; empty where it has none.
  package let name: String
  /// The name of its time zone; empty where there is none.
  package let timeZone: String

  package init(id: String, name: String, timeZone: String) {
    self.id = id
    self.name = name
    self.timeZone = timeZone
  }
}

/// Nothing is known: what scripts begin with.
package struct NothingKnown: KnownValues {
  package init() {}

  package func knownValues(of field: String, in resource: String) -> [String] { [] }
  package func knownAccounts(_ most: Int) -> [KnownAccount] { [] }
  package func knownAccounts(called part: String, _ most: Int) -> [KnownAccount] { [] }
  package func knownAccount(_ id: Account.ID) -> KnownAccount? { nil }
}
