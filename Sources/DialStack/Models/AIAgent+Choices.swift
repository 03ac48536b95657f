// Made from the catalog by scripts/generate.

extension AIAgent {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``AIAgent/extensions`` names.
    case extensions
  }
}
