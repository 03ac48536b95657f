// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A location.
public struct Location: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<Location>

  /// The id of the location: `loc_01h2`.
  public var id: ID
  /// What people call it: `Headquarters`.
  public var name: String
  /// Where it is.
  public var address: Address
  /// The main number of the place: `did_01abc`.
  public var primaryDID: PhoneNumber.ID?
  /// Whether emergency calls name the place.
  public var emergencyStatus: EmergencyStatus?
  /// Always active.
  ///
  /// - Note: `status` is always active: `emergencyStatus` is the one that counts.
  public var status: Status
  /// The settings.
  public var config: JSONValue?
  /// When it was made.
  public var createdAt: Date
  /// When it last changed.
  public var updatedAt: Date
}
