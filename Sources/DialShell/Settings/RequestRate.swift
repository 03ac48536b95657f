/// So many requests in a second or a minute, as `20/s` and `600/m` say it.
package struct RequestRate: Sendable, Hashable, CustomStringConvertible {
  /// How it is written.
  package let description: String
  /// How many requests that are in a second.
  package let perSecond: Double

  /// Reads a whole number of 1 to 1000000 with `/s`, `/m` or, for seconds, nothing behind it; `nil` for
  /// anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.allSatisfy({ (48...57).contains($0) }),
      let count = Int(first), 1...1_000_000 ~= count
    else { return nil }
    switch parts.count > 1 ? parts[1] : "s" {
    case "s":
      perSecond = Double(count)
      description = "\(count)/s"
    case "m":
      perSecond = Double(count) / 60
      description = "\(count)/m"
    default: return nil
    }
  }
}
