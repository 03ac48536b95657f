package import DialStack

/// What a sandbox holds and how it behaves.
package struct SandboxOptions: Sendable {
  /// The account of the API's documents, which is always there.
  package static let documentAccount: Account.ID = "acct_01h2xcejqtf2nbrexx3vqjhp41"

  /// From what the data is made. The default is 1.
  package var seed: UInt64

  /// How many accounts the platform has, at least 1. The default is 12.
  package var accounts: Int

  /// How many numbers every account has.
  ///
  /// Without it the account of the documents has 250 and the others have 0 to 299.
  package var numbers: Int?

  /// A SQLite file that keeps the data: made if it isn't there, else read.
  package var database: String?

  /// The step of the API: lists and keys that came later are not there. The default is the newest.
  package var api: APIStep

  /// How long every answer takes. The default is zero.
  package var latency: Duration

  package var faults: [Fault]

  /// The only key that is accepted; without it, any `sk_test_…` or `sk_live_…`.
  package var key: String?

  /// How long the slow faults take. The default is 3 seconds.
  package var slowness: Duration

  /// The time of day in seconds since 1970, for HTTP dates. The default is the machine's.
  package var now: @Sendable () -> Int

  package init(
    seed: UInt64 = 1, accounts: Int = 12, numbers: Int? = nil, database: String? = nil,
    api: APIStep = .n4,
    latency: Duration = .zero, faults: [Fault] = [], key: String? = nil,
    slowness: Duration = .seconds(3), now: @escaping @Sendable () -> Int = WallClock.now
  ) {
    self.seed = seed
    self.accounts = accounts
    self.numbers = numbers
    self.database = database
    self.api = api
    self.latency = latency
    self.faults = faults
    self.key = key
    self.slowness = slowness
    self.now = now
  }
}

extension SandboxOptions {
  /// The most accounts, and the most numbers of one: they are kept in memory.
  static let most = 10_000_000

  func check() throws(SandboxError) {
    if database == "" { throw .noDatabasePath }
    guard accounts >= 1 else { throw .noAccounts }
    if let numbers, numbers < 0 { throw .negativeNumbers(numbers) }
    guard accounts <= Self.most, numbers ?? 0 <= Self.most else { throw .tooMany(Self.most) }
    if let key, !isSecretKey(key[...]) { throw .badKey }
  }

  /// Whether a request with `candidate` may come in.
  func accepts(_ candidate: Substring) -> Bool {
    if let key { return candidate == key[...] }
    return isSecretKey(candidate)
  }

  /// Whether `text` is shaped like a secret key: `sk_test_` or `sk_live_`, and then letters,
  /// digits and underscores.
  private func isSecretKey(_ text: Substring) -> Bool {
    guard text.hasPrefix("sk_test_") || text.hasPrefix("sk_live_") else { return false }
    let rest = text.dropFirst(8)
    return !rest.isEmpty
      && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
