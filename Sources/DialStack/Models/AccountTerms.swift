// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The terms of service of one account, and who accepted them.
public struct AccountTerms: Sendable, Hashable, Codable {
  /// The day of the text: `2026-01-01`.
  public var version: String
  /// Where it stands: `https://example.com/tos`.
  public var url: String?
  /// The text: `Terms`.
  public var content: String?
  /// The text as HTML: `<p>Terms</p>`.
  public var body: String?
  /// Who accepted it; null is nobody, or an older text.
  public var acceptance: Acceptance?
  /// The rates.
  public var pricing: JSONValue?

  /// Who accepted it; null is nobody, or an older text.
  public struct Acceptance: Sendable, Hashable {
    /// When.
    public var acceptedAt: Date?
    /// Whence: `203.0.113.7`. It is not for every eye.
    public var ip: Secret?
    /// By what: `Mozilla/5.0`.
    public var userAgent: String?
    /// The rates then.
    public var pricing: JSONValue?
  }

  private enum CodingKeys: String, CodingKey {
    case version, url, content, body, acceptance, pricing
  }
}
