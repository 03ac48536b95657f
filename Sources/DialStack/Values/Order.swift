/// How the first of two things stands to the second.
package enum Order: Sendable, Hashable {
  case ascending, same, descending

  package init<Element: Comparable>(_ left: Element, _ right: Element) {
    self = left < right ? .ascending : left == right ? .same : .descending
  }

  /// Bytewise, a beginning before what it begins.
  package init(_ left: Bytes, _ right: Bytes) {
    self = left.withSpan { left in right.withSpan { left.bytes.order(to: $0.bytes) } }
  }

  /// The order of the two things the other way round.
  package var reversed: Order {
    switch self {
    case .ascending: .descending
    case .same: .same
    case .descending: .ascending
    }
  }
}
