/// What a reader of a list should know before they believe a figure.
package struct Trap: Sendable, Hashable {
  /// Where it bites.
  package enum Place: Sendable, Hashable {
    /// Wherever the list is read.
    case anywhere
    /// Where the list is read without a bound on the time that it comes by, and without `limit`.
    case unbounded
    /// Where a field is named.
    case field(String)
  }

  package let place: Place
  /// A sentence without its full stop.
  package let text: String

  package init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}
