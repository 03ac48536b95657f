/// The account that a list belongs to, as far as it is known when the list is asked for.
package struct ListOwner: Sendable, Hashable {
  package let id: Account.ID
  /// What people call it; `nil` where nobody has asked, or where it has no name.
  package let name: String?
  /// The name of its time zone; `nil` where nobody has asked, or where its settings name none.
  package let timeZone: String?

  package init(_ id: Account.ID, name: String? = nil, timeZone: String? = nil) {
    self.id = id
    self.name = name
    self.timeZone = timeZone
  }
}
