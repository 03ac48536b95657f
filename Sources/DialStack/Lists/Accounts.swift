// Made from the catalog by scripts/generate.

extension Client {
  /// The accounts of the platform.
  public var accounts: Accounts { Accounts(client: self) }
}

/// The accounts of the platform.
public struct Accounts: Sendable {
  let client: Client

  /// The accounts of the platform, the newest first.
  ///
  /// - Parameter limit: how many a page holds, 1 to 100. The default is 100.
  public func list(limit: Int? = nil) -> Listing<Account> {
    client.list(.accounts, Query(), limit: limit, account: nil)
  }

  /// An account.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: Account.ID) async throws -> Account {
    try await client.retrieve(.accounts, key: id.rawValue, account: nil)
  }

  /// The rates that one account agreed to last.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func pricing(of account: Account.ID) async throws -> AccountPricing {
    try await client.retrieve(.accountPricing, of: ["account": account.rawValue], account: nil)
  }

  /// What one account pays today, and from when something else.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func effectivePricing(of account: Account.ID) async throws -> AccountEffectivePricing {
    try await client.retrieve(
      .accountEffectivePricing, of: ["account": account.rawValue], account: nil)
  }

  /// The terms of service of one account, and who accepted them.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func terms(of account: Account.ID) async throws -> AccountTerms {
    try await client.retrieve(.accountTerms, of: ["account": account.rawValue], account: nil)
  }

  /// What opens the numbers of one account to another carrier.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func portOutPIN(of account: Account.ID) async throws -> AccountPortOutPIN {
    try await client.retrieve(.accountPortOutPIN, of: ["account": account.rawValue], account: nil)
  }
}
