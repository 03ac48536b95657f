/// Why an item is not what its type says, without any value of the item.
enum DecodingFailure {
  /// One sentence without its stop: `status` is missing.
  static func sentence(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not readable" }
    switch error {
    case .keyNotFound(let key, let context):
      return "`\(path(context.codingPath + [key]))` is missing"
    case .valueNotFound(_, let context): return "`\(path(context.codingPath))` is null"
    case .typeMismatch(_, let context):
      return "`\(path(context.codingPath))` is of another type"
    case .dataCorrupted(let context): return corrupted(context)
    @unknown default: return "not readable"
    }
  }

  private static func corrupted(_ context: DecodingError.Context) -> String {
    context.codingPath.isEmpty
      ? "not readable JSON" : "`\(path(context.codingPath))` has a wrong form"
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { key in key.intValue.map { "\($0 + 1)" } ?? key.stringValue }
      .joined(separator: ".")
  }
}
