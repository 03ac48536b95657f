// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A template button.
///
/// - Note: The rows don't come in the order of the buttons: sort by position.
public struct TemplateButton: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<TemplateButton>

  /// The id of the button: `tbtn_1`.
  public var id: ID
  /// The template: `btpl_123`.
  public var template: ButtonTemplate.ID
  /// The place among the buttons.
  public var position: Int
  /// What stands beside it: `Reception`.
  public var label: String
  /// What it does.
  public var type: ButtonKind
  /// What it does it with.
  ///
  /// - Note: `target`.user may be the word `self`, which is the user of the device.
  public var target: ButtonTarget
  /// When it was made.
  public var createdAt: Date
}
