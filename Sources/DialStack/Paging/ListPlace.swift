/// A place in a list where reading can go on in another process.
package struct ListPlace: Sendable, Hashable {
  /// The path and the query of the next page.
  package let next: String
  /// What tells the last row before it from others; `nil` where that has no such value.
  package let lastKey: String?

  /// `nil` where `next` is nothing that the key may be sent to.
  package init?(next: String, lastKey: String?) {
    guard PageURL.isSafe(next) else { return nil }
    self.next = next
    self.lastKey = lastKey
  }
}
