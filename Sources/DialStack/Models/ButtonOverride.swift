// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A button override.
public struct ButtonOverride: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<ButtonOverride>

  /// The id of the override: `dbo_1`.
  public var id: ID
  /// The device: `dev_mock001`.
  public var device: Device.ID
  /// The place among the buttons.
  public var position: Int
  /// Whether the button is left out.
  ///
  /// - Note: A suppressed button has no label and no type.
  public var suppressed: Bool
  /// What stands beside it: `Reception`.
  public var label: String?
  /// What it does.
  public var type: ButtonKind?
  /// What it does it with.
  ///
  /// - Note: `target`.user may be the word `self`, which is the user of the device.
  public var target: ButtonTarget?
  /// When it was made.
  public var createdAt: Date
}
