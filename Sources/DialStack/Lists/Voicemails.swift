// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Client {
  /// The messages that callers left, in all mailboxes.
  public var voicemails: Voicemails { Voicemails(client: self) }
}

/// The messages that callers left, in all mailboxes.
public struct Voicemails: Sendable {
  let client: Client

  /// The messages that callers left, in all mailboxes, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - owner: those alone whose ``Voicemail/owner`` it is; all if there is none.
  ///   - isRead: those alone whose ``Voicemail/isRead`` it is; all if there is none.
  ///   - from: the earliest ``Voicemail/createdAt`` that counts.
  ///   - expand: what is to come in full with them.
  ///   - account: whose they are.
  public func list(
    limit: Int? = nil, owner: String? = nil, isRead: Bool? = nil, from: Date? = nil,
    expand: [Voicemail.Expansion] = [], account: Account.ID
  ) -> Listing<Voicemail> {
    var query = Query()
    query.add("owner", owner)
    query.add("is_read", isRead)
    query.add("from_date", from)
    query.expand(expand)
    return client.list(.voicemails, query, limit: limit, account: account)
  }

  /// A voicemail.
  ///
  /// - Throws: ``APIError``, of the kind `notFound` if there is none; `CancellationError`.
  public func retrieve(
    _ id: Voicemail.ID, expand: [Voicemail.Expansion] = [], account: Account.ID
  ) async throws -> Voicemail {
    var query = Query()
    query.expand(expand)
    return try await client.retrieve(.voicemails, key: id.rawValue, query, account: account)
  }

  /// What was said on one message; `nil` where there is none.
  ///
  /// - Throws: ``APIError``, `CancellationError`.
  public func transcript(of voicemail: Voicemail.ID, account: Account.ID) async throws
    -> VoicemailTranscript?
  {
    try await client.retrieveIfThere(
      .voicemailTranscript, of: ["voicemail": voicemail.rawValue], account: account)
  }
}
