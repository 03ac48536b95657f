// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The pages.
public struct FaxFile: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<FaxFile>

  /// The id of the file: `file_123`.
  public var id: ID
  /// What it is for: `fax_source`.
  public var purpose: String?
  /// What it was called: `invoice.pdf`.
  public var filename: String?
  /// What it is: `pdf`.
  public var type: String?
  /// The same as a media type: `application/pdf`.
  public var mimeType: String?
  /// Its bytes.
  public var size: Int?
  /// The pages, for some minutes: `https://files.example.com/f/1`. The link opens without a
  /// key, for 5 minutes.
  public var url: String?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
}
