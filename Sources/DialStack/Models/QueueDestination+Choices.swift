// Made from the catalog by scripts/generate.

extension QueueDestination {
  /// Which of the others it is; the API may know more than these.
  public struct Kind: OpenChoice {
    /// The value as the API spells it.
    public let rawValue: String

    /// Takes any value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ring_user`.
    public static let ringUser = Kind(rawValue: "ring_user")
    /// `voicemail`.
    public static let voicemail = Kind(rawValue: "voicemail")
    /// `queue`.
    public static let queue = Kind(rawValue: "queue")
  }
}
