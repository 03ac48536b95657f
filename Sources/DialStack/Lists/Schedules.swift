// Made from the catalog by scripts/generate.

extension Client {
  /// Opening hours and holidays.
  public var schedules: Schedules { Schedules(client: self) }
}

/// Opening hours and holidays.
public struct Schedules: Sendable {
  let client: Client

  /// Opening hours and holidays, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<Schedule> {
    client.list(.schedules, Query(), limit: limit, account: account)
  }

  /// A schedule.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(_ id: Schedule.ID, account: Account.ID) async throws -> Schedule {
    try await client.retrieve(.schedules, key: id.rawValue, account: account)
  }
}
