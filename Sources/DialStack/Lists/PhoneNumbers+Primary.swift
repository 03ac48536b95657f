extension PhoneNumbers {
  /// The first active number of an account, the newest; `nil` if none is active.
  ///
  /// It takes one request for one number.
  /// - Throws: ``APIError``, `CancellationError`.
  public func primary(account: Account.ID) async throws -> PhoneNumber? {
    let page = try await list(limit: 1, status: .active, account: account).firstPage()
    // The API ignores filters that it doesn't know.
    return page.items.first { $0.status == .active }
  }
}
