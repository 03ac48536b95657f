// Made from the catalog by scripts/generate.

extension Client {
  /// Music, prompts and greetings.
  public var audioClips: AudioClips { AudioClips(client: self) }
}

/// Music, prompts and greetings.
public struct AudioClips: Sendable {
  let client: Client

  /// Music, prompts and greetings.
  ///
  /// - Parameters:
  ///   - limit: how many a page holds, 1 to 100. The default is 100.
  ///   - account: whose they are.
  public func list(limit: Int? = nil, account: Account.ID) -> Listing<AudioClip> {
    client.list(.audioClips, Query(), limit: limit, account: account)
  }
}
