import DialRows
import DialStack

extension Plan {
  /// A sentence about the links of its rows that soon lead nowhere; `nil` where there are none.
  ///
  /// - Parameter start: when the first page was asked for.
  func linkWarning(since start: Timestamp) -> String? {
    let links = columns.visible.compactMap { column -> (name: String, minutes: Int)? in
      guard case .expiringLink(let minutes)? = column.field?.sensitivity else { return nil }
      return (column.name, minutes)
    }
    guard let minutes = links.map(\.minutes).min() else { return nil }
    let names = links.map { "`\($0.name)`" }.joined(separator: " and ")
    let end = start.advanced(by: 60 * minutes).text
    return "the links of \(names) work for \(minutes) minutes, the first until \(end)"
  }
}
