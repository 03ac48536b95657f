// Made from the catalog by scripts/generate.

/// A shared voicemail box.
public struct SharedVoicemailBox: Sendable, Hashable, Identifiable, Codable {
  /// What names it and no other.
  public typealias ID = Identifier<SharedVoicemailBox>

  /// The id of the mailbox: `svm_01h2`.
  public var id: ID
  /// What people call it: `Front Desk`.
  public var name: String?

  private enum CodingKeys: String, CodingKey {
    case id, name
  }
}
