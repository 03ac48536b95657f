// Made from the catalog by scripts/generate.

extension Voicemail {
  /// What can come in full with it.
  public enum Expansion: String, Sendable, Hashable, CaseIterable {
    /// What ``Voicemail/call`` names.
    case call
  }
}
