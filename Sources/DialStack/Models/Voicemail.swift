// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A voicemail.
public struct Voicemail: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Voicemail>

  /// The id of the message: `vm_01abc`.
  public var id: ID
  /// Whose mailbox it is in: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var owner: String?
  /// Who called: `+15551234567`.
  public var fromNumber: String
  /// What the caller is called: `Unknown Caller`.
  public var fromName: String?
  /// How long it is, in seconds.
  public var durationSeconds: Int
  /// The format of the audio: `mp3`.
  public var format: String?
  /// The audio, for some minutes: `https://files.example.com/v/1`. The link opens without a
  /// key, for 5 minutes.
  public var audioURL: String
  /// Whether somebody heard it.
  public var isRead: Bool
  /// When it was made.
  public var createdAt: Date
  /// When it was heard.
  public var readAt: Date?
  /// What was said, in short: `Asks to be called.`.
  ///
  /// - Note: A text goes when its retention ends and the row stays: summary null on an old
  ///   message says nothing.
  public var summary: String?
  /// The mood of it.
  public var sentiment: VoicemailSentiment?
  /// The call that left it: `call_123`.
  ///
  /// - Note: `call` null is a message that was dropped into the mailbox, or an old row.
  public var call: Expandable<Call>?
}
