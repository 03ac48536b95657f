import DialStack

/// One filter of a request with the value it asks for.
struct FilterTerm: Sendable, Hashable {
  let filter: Filter
  /// The value as JSON spells it.
  let spelled: [UInt8]

  /// Takes `value` for `filter` if the field can have it.
  ///
  /// `nil` for a choice that the API doesn't know, a boolean that is neither `true` nor
  /// `false`, and what is no time where the field is one.
  init?(_ filter: Filter, value: String, of resource: Resource) {
    guard let field = resource.field(named: filter.field) else { return nil }
    let spelled: [UInt8]
    switch field.kind {
    case .choice:
      guard field.choices.contains(value) else { return nil }
      spelled = quoted(value)
    case .boolean:
      guard value == "true" || value == "false" else { return nil }
      spelled = Array(value.utf8)
    case .integer, .decimal:
      guard Double(value) != nil else { return nil }
      spelled = Array(value.utf8)
    case .time:
      guard value.utf8.count >= 10, value.utf8.first.map({ (0x30...0x39).contains($0) }) == true
      else { return nil }
      spelled = quoted(value)
    case .text, .id, .phone, .object, .list: spelled = quoted(value)
    }
    self.filter = filter
    self.spelled = spelled
  }

  /// Whether `item` passes the filter; times are compared to the second.
  func matches(_ item: ArraySlice<UInt8>) -> Bool {
    guard let value = member(filter.field, of: item) else { return false }
    switch filter.comparison {
    case .equal: return value.elementsEqual(spelled)
    case .atLeast: return !second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
    case .below: return second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
    }
  }

  /// The opening quote, the date, and the time to the second, as far as they are there.
  private func second(of value: ArraySlice<UInt8>) -> some Sequence<UInt8> {
    value.prefix(20).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "Z") }
  }
}
