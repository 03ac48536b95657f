#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a request of the SDK asks for, beside the path: filters, and what is to come in full.
///
/// A parameter without a value, or with an empty text, is left out.
struct Query {
  private(set) var items: [QueryItem] = []
  /// Why the request can't be sent: a value that no query can hold.
  private(set) var refusal: APIError?

  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    items.append(QueryItem(name: name, value: value))
  }

  /// An id, or a choice.
  mutating func add(_ name: String, _ value: (some RawRepresentable<String>)?) {
    add(name, value?.rawValue)
  }

  /// Ids, a parameter each.
  mutating func add(_ name: String, _ values: [some RawRepresentable<String>]) {
    for value in values { add(name, value.rawValue) }
  }

  /// Whole numbers, a parameter each.
  mutating func add(_ name: String, _ values: [Int]) {
    for value in values { add(name, "\(value)") }
  }

  mutating func add(_ name: String, _ value: Bool?) {
    add(name, value.map { "\($0)" })
  }

  /// A time, in UTC.
  mutating func add(_ name: String, _ time: Date?) {
    guard let time else { return }
    guard let text = RFC3339.text(time) else {
      refusal = APIError(.invalidRequest, "`\(name)` is no time of the years 1 to 9999")
      return
    }
    add(name, text)
  }

  /// What is to come in full, a parameter each.
  mutating func expand(_ expansions: [some RawRepresentable<String>]) {
    for expansion in expansions { add("expand[]", expansion.rawValue) }
  }
}
