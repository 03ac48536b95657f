/// The account that a list belongs to, as far as it is known when the list is asked for.
package struct ListOwner: Sendable, Hashable {
  package let id: Account.ID
  /// What people call it; `nil` where nobody has asked, or where it has no name.
  package let name: String?

  package init(_ id: Account.ID, name: String? = nil) {
    self.id = id
    self.name = name
  }
}
