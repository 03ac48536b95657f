// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The sound of one call.
public struct CallRecording: Sendable, Hashable {
  /// How long it is, in seconds.
  public var durationSeconds: Int?
  /// How large.
  public var fileSizeBytes: Int?
  /// The sound: `https://files.example.com/r/1`. The link opens without a key, for 10 minutes.
  public var downloadURL: String
  /// When the link ends.
  public var expiresAt: Date?
}
