// Made from the catalog by scripts/generate.

extension Client {
  /// The DECT bases of an account.
  public var dectBases: DECTBases { DECTBases(client: self) }
}

/// The DECT bases of an account.
public struct DECTBases: Sendable {
  let client: Client

  /// The DECT bases of an account, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<DECTBase> {
    client.list(.dectBases, Query(), limit: limit, account: account)
  }

  /// A DECT base.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: DECTBase.ID, account: Account.ID) async throws -> DECTBase {
    try await client.retrieve(.dectBases, key: id.rawValue, account: account)
  }

  /// The handsets of one DECT base.
  ///
  /// - Parameters:
  ///   - base: the base.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func dectHandsets(
    of base: DECTBase.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<DECTHandset> {
    client.list(.dectHandsets, of: ["base": base.rawValue], Query(), limit: limit, account: account)
  }

  /// The lines of one DECT handset.
  ///
  /// - Parameters:
  ///   - handset: the handset.
  ///   - base: the base of the handset.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func dectExtensions(
    of handset: DECTHandset.ID, base: DECTBase.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<HandsetLine> {
    client.list(
      .dectExtensions, of: ["handset": handset.rawValue, "base": base.rawValue], Query(),
      limit: limit, account: account)
  }
}
