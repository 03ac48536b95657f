// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A device user.
public struct DeviceUser: Sendable, Hashable {
  /// Who it is: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  ///
  /// - Note: A user with several lines comes several times.
  public var user: User.ID
  /// The device: `dev_mock001`.
  public var device: Device.ID
  /// Which line of the device.
  public var lineNumber: Int?
  /// When it was made.
  public var createdAt: Date
}
