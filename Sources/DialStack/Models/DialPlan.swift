// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A dial plan.
public struct DialPlan: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<DialPlan>

  /// The id of the plan: `dp_01abc`.
  public var id: ID
  /// What people call it: `Main Reception`.
  public var name: String
  /// The node that is first: `sched_01`.
  ///
  /// - Note: Ids of nodes look like ids of other things: `sched_01` is a node of the plan, no
  ///   schedule.
  public var entryNode: String
  /// The steps.
  public var nodes: [Node]
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its extensions; only where a request expands `extensions`.
  public var extensions: [Extension]?

  /// The steps.
  public struct Node: Sendable, Hashable, Codable {
    /// What other steps call it: `sched_01`.
    public var id: String
    /// What it is.
    public var type: Kind
    /// What it does.
    public var config: JSONValue?
    /// Where it is drawn.
    public var position: Position?

    /// Where it is drawn.
    public struct Position: Sendable, Hashable, Codable {
      /// From the left.
      public var x: Double?
      /// From above.
      public var y: Double?

      private enum CodingKeys: String, CodingKey {
        case x, y
      }
    }

    private enum CodingKeys: String, CodingKey {
      case id, type, config, position
    }
  }
}
