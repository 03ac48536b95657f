// Made from the catalog by scripts/generate.

extension Client {
  /// The short numbers of an account.
  public var extensions: Extensions { Extensions(client: self) }
}

/// The short numbers of an account.
public struct Extensions: Sendable {
  let client: Client

  /// The short numbers of an account.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - target: those alone whose ``Extension/target`` it is; all if there is none.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, target: String? = nil, account: Account.ID
  ) -> Listing<Extension> {
    var query = Query()
    query.add("target", target)
    return client.list(.extensions, query, limit: limit, account: account)
  }

  /// An extension.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ number: String, account: Account.ID) async throws -> Extension {
    try await client.retrieve(.extensions, key: number, account: account)
  }
}
