import DialStack

extension ListOrder {
  /// The order in a sentence: `newest first by created_at`; `nil` if nobody promises one.
  package var phrase: String? {
    switch self {
    case .newestFirst(let field): "newest first by \(field)"
    case .ascending(let field): "lowest first by \(field)"
    case .descending(let field): "highest first by \(field)"
    case .asListed: nil
    }
  }
}
