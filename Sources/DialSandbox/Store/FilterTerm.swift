import DialStack

/// One filter or search of a request with the value it asks for.
struct FilterTerm: Sendable, Hashable {
  private enum Test: Sendable, Hashable {
    /// A field by its key, or else by the deprecated key.
    case field(String, alias: String?, Filter.Comparison, FieldOrder)
    /// One of the fields holds the text, which is in lower case.
    case anyHolds([String], String)
    /// One of the fields holds the digits.
    case anyHoldsDigits([String], String)
    /// Whether the field has a value.
    case presence(String, Bool)
  }

  /// How values of a field are compared.
  private enum FieldOrder: Sendable, Hashable {
    case bySpelling, bySecond, byNumber
  }

  let parameter: String
  /// The value as JSON spells it.
  let spelled: [UInt8]
  private let test: Test

  /// Takes `value` for `filter` if the field can have it.
  ///
  /// `nil` for a choice that the API doesn't know, a boolean that is neither `true` nor
  /// `false`, and what is no time where the field is one.
  init?(_ filter: Filter, value: String, of resource: Resource) {
    guard let field = resource.field(named: filter.field) else { return nil }
    if filter.comparison == .present {
      guard let flag = Bool(value) else { return nil }
      (parameter, spelled, test) = (
        filter.parameter, Array(value.utf8), .presence(filter.field, flag)
      )
      return
    }
    let order: FieldOrder
    switch field.kind {
    case .choice:
      guard field.choices.contains(value) else { return nil }
      (spelled, order) = (quoted(value), .bySpelling)
    case .boolean:
      guard value == "true" || value == "false" else { return nil }
      (spelled, order) = (Array(value.utf8), .bySpelling)
    case .integer, .seconds, .decimal:
      guard Double(value) != nil else { return nil }
      (spelled, order) = (Array(value.utf8), .byNumber)
    case .time:
      guard value.utf8.count >= 10, value.utf8.first.map({ (0x30...0x39).contains($0) }) == true
      else { return nil }
      (spelled, order) = (quoted(value), .bySecond)
    case .text, .id, .phone, .object, .list: (spelled, order) = (quoted(value), .bySpelling)
    }
    parameter = filter.parameter
    test = .field(filter.field, alias: field.alias, filter.comparison, order)
  }

  /// Takes `text` for `search`.
  init(_ search: Search, text: String) {
    parameter = search.parameter
    spelled = quoted(text)
    test =
      search.subject == .text
      ? .anyHolds(search.fields, text.lowercased())
      : .anyHoldsDigits(search.fields, text.filter { $0.isASCII && $0.isNumber })
  }

  /// Takes `value` for the filter or search of that parameter; `nil` if it has none that takes it.
  init?(_ parameter: Substring, value: String, of resource: Resource) {
    if let search = resource.searches.first(where: { $0.parameter == parameter }) {
      self.init(search, text: value)
      return
    }
    guard let filter = resource.filters.first(where: { $0.parameter == parameter }) else {
      return nil
    }
    self.init(filter, value: value, of: resource)
  }

  /// Whether `item` passes the filter.
  func matches(_ item: ArraySlice<UInt8>) -> Bool {
    switch test {
    case .field(let name, let alias, let comparison, let order):
      guard
        let value = member(name, of: item) ?? alias.flatMap({ member($0, of: item) })
      else { return false }
      return matches(value, comparison, order)
    case .anyHolds(let names, let text):
      return names.contains { name in
        member(name, of: item).map { unquoted($0).lowercased().contains(text) } ?? false
      }
    case .anyHoldsDigits(let names, let digits):
      return names.contains { name in
        member(name, of: item).map { unquoted($0).filter(\.isNumber).contains(digits) } ?? false
      }
    case .presence(let name, let isWanted):
      let value = member(name, of: item)
      return (value.map { !$0.elementsEqual("null".utf8) } ?? false) == isWanted
    }
  }

  private func matches(
    _ value: ArraySlice<UInt8>, _ comparison: Filter.Comparison, _ order: FieldOrder
  ) -> Bool {
    switch order {
    case .byNumber:
      guard let found = Double(text(value)), let wanted = Double(text(spelled[...])) else {
        return false
      }
      return switch comparison {
      case .equal: found == wanted
      case .atLeast: found >= wanted
      case .below: found < wanted
      case .present: true
      }
    case .bySpelling, .bySecond:
      switch comparison {
      case .equal: return value.elementsEqual(spelled)
      case .atLeast: return !second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
      case .below: return second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
      case .present: return true
      }
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// The opening quote, the date, and the time to the second, as far as they are there.
  private func second(of value: ArraySlice<UInt8>) -> some Sequence<UInt8> {
    value.prefix(20).filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "Z") }
  }
}
