// Made from the catalog by scripts/generate.

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An admin user.
///
/// - Note: Admin users are no part of users: many have no phone, and some never signed in.
public struct AdminUser: Sendable, Hashable, Identifiable {
  /// What names it and no other.
  public typealias ID = Identifier<AdminUser>

  /// The id of the admin user: `admin_user_01h2xcejqtf2nbrexx3vqjhp43`.
  public var id: ID
  /// What people call it: `Jane Rosen`.
  public var name: String?
  /// The address: `jane@example.com`.
  public var email: String
  /// What they may do; each account has one owner.
  public var role: Role
  /// The same person as a user with a phone: `user_01h2xcejqtf2nbrexx3vqjhp42`.
  ///
  /// - Note: `user` null is somebody without a phone.
  public var user: Expandable<User>?
  /// When it was made.
  public var createdAt: Date
}
