// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A button template.
///
/// - Note: A template's buttons are the list template_buttons.
public struct ButtonTemplate: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<ButtonTemplate>

  /// The id of the template: `btpl_123`.
  public var id: ID
  /// What people call it: `Front desk`.
  public var name: String
  /// What it is for: `Phones at the entrance`.
  public var description: String?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
  /// Its template buttons; only where a request expands `buttons`.
  public var buttons: [TemplateButton]?
}
