// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A fax.
public struct Fax: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Fax>

  /// The id of the fax: `fax_123`.
  public var id: ID
  /// From where to where.
  public var direction: Direction
  /// What became of it.
  public var status: Status
  /// The pages: `file_123`.
  public var file: Expandable<FaxFile>?
  /// The number of the account: `did_123`.
  public var did: Expandable<PhoneNumberReference>
  /// Who sent it: `+14155551234`.
  ///
  /// - Note: `fromNumber` null is a sender who withheld it.
  public var fromNumber: String?
  /// Who it went to: `+14155551235`.
  public var toNumber: String?
  /// The call that carried it: `call_123`.
  public var call: Call.ID?
  /// How many pages came through.
  public var pages: Int?
  /// How many pages it has.
  public var sourcePages: Int?
  /// How it was carried.
  public var transport: Transport?
  /// Why it failed: `no_answer`.
  public var errorCode: String?
  /// How often it was tried.
  public var attempts: Int
  /// When it was read.
  ///
  /// - Note: There is no is_read: a fax is read where `readAt` has a value.
  public var readAt: Date?
  /// When it was given to the line.
  public var submittedAt: Date?
  /// When it was through.
  public var completedAt: Date?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
}
