// Made from the catalog by scripts/generate.

/// A handset line.
public struct HandsetLine: Sendable, Hashable, Identifiable, Codable {
  /// What names it and no other.
  public typealias ID = Identifier<HandsetLine>

  /// The id of the line: `decte_01h2`.
  public var id: ID
  /// The handset: `decth_01h2`.
  public var handset: DECTHandset.ID
  /// What calls by it: `ep_01h2xcejqtf2nbrexx3vqjhp43`.
  public var endpointID: String
  /// The same in full.
  public var endpoint: JSONValue?
  /// What people call it: `Kitchen`.
  public var displayName: String?

  private enum CodingKeys: String, CodingKey {
    case id, handset, endpoint
    case endpointID = "endpoint_id"
    case displayName = "display_name"
  }
}
