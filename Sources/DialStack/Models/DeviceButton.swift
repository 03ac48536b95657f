// Made from the catalog by scripts/generate.

/// A device button.
///
/// - Note: The rows are worked out when they are read: they have no id and no times.
public struct DeviceButton: Sendable, Hashable, Codable {
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
  /// Where it comes from.
  public var source: Source
  /// The button of the template: `tbtn_1`.
  public var templateButton: TemplateButton.ID?
  /// The button of its own: `dbo_1`.
  public var override: ButtonOverride.ID?
  /// Whether the device can show it.
  ///
  /// - Note: A button whose compatibility.supported is false is not shown.
  public var compatibility: Compatibility

  /// Whether the device can show it.
  public struct Compatibility: Sendable, Hashable, Codable {
    /// Whether it can.
    public var supported: Bool
    /// Why it can't.
    public var reason: Reason?

    private enum CodingKeys: String, CodingKey {
      case supported, reason
    }
  }

  private enum CodingKeys: String, CodingKey {
    case position, label, type, target, source, override, compatibility
    case templateButton = "template_button"
  }
}
