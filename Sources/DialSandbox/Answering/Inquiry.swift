/// A request as it came: over a socket, or from this process.
struct Inquiry: Sendable {
  var method: String
  /// The path and the query.
  var target: String
  /// The value of `Authorization`.
  var authorization: String?
  /// The value of `DialStack-Account`.
  var account: String?

  /// The path, still percent-encoded.
  var path: Substring {
    target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
  }

  var query: Query {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return Query(parts.count > 1 ? parts[1] : "")
  }

  /// The key behind `Bearer`; `nil` where the header is missing or of another kind.
  var key: Substring? {
    guard let authorization else { return nil }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return parts[1]
  }
}
