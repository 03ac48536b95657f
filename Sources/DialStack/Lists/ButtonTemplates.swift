// Made from the catalog by scripts/generate.

extension Client {
  /// What the buttons of several devices follow.
  public var buttonTemplates: ButtonTemplates { ButtonTemplates(client: self) }
}

/// What the buttons of several devices follow.
public struct ButtonTemplates: Sendable {
  let client: Client

  /// What the buttons of several devices follow, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<ButtonTemplate> {
    client.list(.buttonTemplates, Query(), limit: limit, account: account)
  }

  /// A button template.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: ButtonTemplate.ID, expand: [ButtonTemplate.Expansion] = [], account: Account.ID
  ) async throws -> ButtonTemplate {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.buttonTemplates, key: id.rawValue, query, account: account)
  }

  /// The buttons of one template, the newest first.
  ///
  /// - Parameters:
  ///   - template: the template.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func buttons(
    of template: ButtonTemplate.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<TemplateButton> {
    client.list(
      .templateButtons, of: ["template": template.rawValue], Query(), limit: limit, account: account
    )
  }
}
