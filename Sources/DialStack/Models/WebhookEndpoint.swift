// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A webhook endpoint.
///
/// - Note: Without an account the list has the platform's own, with one only that account's.
public struct WebhookEndpoint: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<WebhookEndpoint>

  /// The id of the endpoint: `01h2xcejqtf2nbrexx3vqjhp46`.
  public var id: ID
  /// Where events go: `https://hooks.example.com/ds`.
  ///
  /// - Note: `url` may carry a token.
  public var url: String
  /// Whether it is told of live things.
  public var livemode: Bool
  /// The events that it wants; `*` is all.
  public var enabledEvents: [String]
  /// Whether it is told.
  public var status: Status
  /// What it is for: `The CRM`.
  public var description: String?
  /// What signs events; only where one was just made: `whsec_test`. It is not for every eye.
  public var secret: Secret?
  /// When it was made.
  public var createdAt: Date
}
