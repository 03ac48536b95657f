// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A listener.
public struct Listener: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Listener>

  /// The id of the listener: `lstn_123`.
  public var id: ID
  /// The call: `call_123`.
  public var call: Call.ID
  /// Where the audio goes: `wss://example.com/audio`.
  ///
  /// - Note: `url` may carry a token.
  public var url: String
  /// Whose voice.
  public var channel: Channel
  /// When it was made.
  public var createdAt: Date
}
