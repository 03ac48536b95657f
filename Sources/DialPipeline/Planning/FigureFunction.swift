import DialStack

/// What `stats` can work out.
enum FigureFunction: String, Sendable, CaseIterable {
  case count, share, sum, avg, min, max, median, p95, distinct

  /// Whether it needs no field.
  var isOfRows: Bool { self == .count || self == .share }

  /// Whether it makes sense for values of a kind; what may be of any is tried.
  func takes(_ kind: FieldKind?) -> Bool {
    switch self {
    case .count, .share, .distinct: true
    case .sum, .avg, .median, .p95: kind?.isNumber ?? true
    case .min, .max: kind.map { $0.isNumber || $0 == .time } ?? true
    }
  }
}
