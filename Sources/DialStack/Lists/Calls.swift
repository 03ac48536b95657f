// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Client {
  /// The calls of an account, past and live.
  public var calls: Calls { Calls(client: self) }
}

/// The calls of an account, past and live.
public struct Calls: Sendable {
  let client: Client

  /// The calls of an account, past and live, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - user: those alone whose ``Call/user`` it is; all if there is none.
  ///   - did: those alone whose ``Call/did`` it is; all if there is none.
  ///   - direction: those alone whose ``Call/direction`` it is; all if there is none.
  ///   - fromNumber: those alone whose ``Call/fromNumber`` it is; all if there is none.
  ///   - toNumber: those alone whose ``Call/toNumber`` it is; all if there is none. The API may send others, too.
  ///   - status: those alone whose ``Call/status`` it is; all if there is none.
  ///   - from: the earliest ``Call/startedAt`` that counts.
  ///   - to: the first ``Call/startedAt`` that no longer counts.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, user: User.ID? = nil, did: PhoneNumber.ID? = nil,
    direction: Call.Direction? = nil, fromNumber: String? = nil, toNumber: String? = nil,
    status: Call.Status? = nil, from: Date? = nil, to: Date? = nil, expand: [Call.Expansion] = [],
    account: Account.ID
  ) -> Listing<Call> {
    var query = Query()
    query.add("user_id", user)
    query.add("did", did)
    query.add("direction", direction)
    query.add("from_number", fromNumber)
    query.add("to_number", toNumber)
    query.add("status", status)
    query.add("from_date", from)
    query.add("to_date", to)
    query.expand(expand)
    return client.list(.calls, query, limit: limit, account: account)
  }

  /// A call.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: Call.ID, expand: [Call.Expansion] = [], account: Account.ID
  ) async throws -> Call {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.calls, key: id.rawValue, query, account: account)
  }

  /// The streams that the audio of one call goes to, the newest first.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func listeners(
    of call: Call.ID, limit: Int? = nil, account: Account.ID
  ) -> Listing<Listener> {
    client.list(.listeners, of: ["call": call.rawValue], Query(), limit: limit, account: account)
  }

  /// What was said in one call; `nil` where there is none.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func transcript(of call: Call.ID, account: Account.ID) async throws -> CallTranscript? {
    try await client.retrieveIfThere(.callTranscript, of: ["call": call.rawValue], account: account)
  }

  /// The sound of one call; `nil` where there is none.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func recording(of call: Call.ID, account: Account.ID) async throws -> CallRecording? {
    try await client.retrieveIfThere(.callRecording, of: ["call": call.rawValue], account: account)
  }
}
