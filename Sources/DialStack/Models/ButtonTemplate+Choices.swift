// Made from the catalog by scripts/generate.

extension ButtonTemplate {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``ButtonTemplate/buttons`` names. Only where one is retrieved.
    case buttons
  }
}
