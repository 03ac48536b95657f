// Made from the catalog by scripts/generate.

/// What opens the numbers of one account to another carrier.
///
/// - Note: Each reading asks the carrier.
public struct AccountPortOutPIN: Sendable, Hashable, Codable {
  /// Five digits; null where there are no numbers: `00123`. It is not for every eye.
  public var pin: Secret?

  private enum CodingKeys: String, CodingKey {
    case pin
  }
}
