// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A voice app.
public struct VoiceApp: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<VoiceApp>

  /// The id of the app: `va_123`.
  public var id: ID
  /// What people call it: `Appointments`.
  public var name: String
  /// Where it is told of calls: `https://example.com/voice`.
  ///
  /// - Note: `url` may carry a token.
  public var url: String
  /// Whether it gets calls.
  public var status: Status
  /// What signs the calls that it is told of: `whsec_test`. It is not for every eye.
  ///
  /// - Note: Every row has the secret: leave it out of what others see.
  public var secret: Secret
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?
}
