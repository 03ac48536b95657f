// Made from the catalog by scripts/generate.

/// What it does it with.
public struct ButtonTarget: Sendable, Hashable, Codable {
  /// A person; `self` is the user of the device: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  public var user: User.ID?
  /// A line of the device.
  public var lineIndex: Int?
  /// A place to park calls.
  public var slot: Int?
  /// A mailbox: `svm_01h2`.
  public var sharedVoicemailBox: SharedVoicemailBox.ID?
  /// A queue: `qu_123`.
  public var queue: Queue.ID?
  /// Who is called: `+14155551234`.
  public var destination: String?
  /// The keys that it presses: `*68`.
  public var digits: String?
  /// What it asks for: `https://example.com/open`.
  public var url: String?
  /// The group that hears it: `224.0.1.75`.
  public var address: String?
  /// The port of that group.
  public var port: Int?
  /// How it hands a call on: `blind`.
  public var mode: String?

  private enum CodingKeys: String, CodingKey {
    case user, slot, queue, destination, digits, url, address, port, mode
    case lineIndex = "line_index"
    case sharedVoicemailBox = "shared_voicemail_box"
  }
}
