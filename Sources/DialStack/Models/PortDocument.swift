// Made from the catalog by scripts/generate.

/// The letter that lets numbers go.
public struct PortDocument: Sendable, Hashable, Codable {
  /// Where it is kept: `orders/1.pdf`. It is not for every eye.
  public var s3Key: Secret?
  /// What it is: `application/pdf`.
  public var contentType: String?
  /// Its bytes.
  public var fileSize: Int?

  private enum CodingKeys: String, CodingKey {
    case s3Key = "s3_key"
    case contentType = "content_type"
    case fileSize = "file_size"
  }
}
