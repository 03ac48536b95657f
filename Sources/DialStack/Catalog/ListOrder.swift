/// In which order the API lists the rows of a resource.
package enum ListOrder: Sendable, Hashable {
  /// By a time field, the newest row first; so what is older than a moment is all behind it.
  case newestFirst(by: String)
  /// By another field, the lowest value first.
  case ascending(by: String)
  /// By another field, the highest value first.
  case descending(by: String)
  /// In an order that nobody promises.
  case asListed

  /// The field by which rows come; `nil` if there is none.
  package var field: String? {
    switch self {
    case .newestFirst(let field), .ascending(let field), .descending(let field): field
    case .asListed: nil
    }
  }

  /// The time field of a list that runs newest first.
  package var timeField: String? {
    if case .newestFirst(let field) = self { field } else { nil }
  }
}
