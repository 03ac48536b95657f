// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A desk phone event.
///
/// - Note: Only desk phones have such rows: devices whose type is deskphone.
public struct DeskPhoneEvent: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<DeskPhoneEvent>

  /// The id of the event: `preve_01h2`.
  public var id: ID
  /// The desk phone: `dev_mock001`.
  public var device: Device.ID
  /// What happened.
  public var eventType: EventType
  /// Where it came from: `203.0.113.7`. It is not for every eye.
  public var sourceIP: Secret?
  /// What the phone calls itself: `snomD785`.
  public var userAgent: String?
  /// More of it.
  public var details: JSONValue?
  /// When it was made.
  public var createdAt: Date
}
