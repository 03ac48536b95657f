import DialStack

/// One filter or search of a request with the value it asks for.
struct FilterTerm: Sendable {
  /// Whether an item is of what a value of a field asks for that only the query carries.
  typealias Answer = @Sendable (_ item: ArraySlice<UInt8>, _ value: String) -> Bool

  private enum Test: Sendable {
    /// A field by its key, or else by the deprecated key.
    case field(String, alias: String?, Filter.Comparison, FieldOrder)
    /// A field by its key has one of the values, as JSON spells them.
    case among(String, [[UInt8]])
    /// An object in a list has the value under a key.
    case within(String, key: String)
    /// What is asked for by a field that the rows don't carry.
    case asked(String, String)
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

  /// Takes `values` for `filter` if the field can have them; all but the first count only where the
  /// parameter stands once for each.
  ///
  /// `nil` for a choice that the API doesn't know, a boolean that is neither `true` nor
  /// `false`, and what is no time where the field is one.
  init?(_ filter: Filter, values: [String], of resource: Resource) {
    guard let field = resource.field(named: filter.field), let value = values.first else {
      return nil
    }
    parameter = filter.parameter
    switch filter.comparison {
    case .present:
      guard let flag = Bool(value) else { return nil }
      (spelled, test) = (Array(value.utf8), .presence(filter.field, flag))
    case .among:
      var list = JSONText()
      list.list(values)
      spelled = list.bytes
      if let any = filter.anyValue, values == [any] {
        test = .presence(filter.field, true)
        return
      }
      var wanted: [[UInt8]] = []
      for value in values {
        guard let (spelled, _) = Self.spelling(of: value, in: field) else { return nil }
        wanted.append(spelled)
      }
      test = .among(filter.field, wanted)
    case .equal, .atLeast, .below:
      guard let (spelled, order) = Self.spelling(of: value, in: field) else { return nil }
      self.spelled = spelled
      if let list = filter.list {
        test = .within(list, key: filter.field)
      } else if !field.presence.isInItems {
        test = .asked(filter.field, value)
      } else {
        test = .field(filter.field, alias: field.alias, filter.comparison, order)
      }
    }
  }

  /// How JSON spells a value of a field, and how it is compared; `nil` where the field can't have it.
  private static func spelling(
    of value: String, in field: Field
  ) -> (spelled: [UInt8], order: FieldOrder)? {
    switch field.kind {
    case .choice: field.choices.contains(value) ? (quoted(value), .bySpelling) : nil
    case .boolean:
      value == "true" || value == "false" ? (Array(value.utf8), .bySpelling) : nil
    case .integer, .seconds, .decimal:
      Double(value) == nil ? nil : (Array(value.utf8), .byNumber)
    case .time:
      value.utf8.count >= 10 && value.utf8.first.map({ (0x30...0x39).contains($0) }) == true
        ? (quoted(value), .bySecond) : nil
    case .text, .id, .phone, .object, .list: (quoted(value), .bySpelling)
    }
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

  /// Takes `values`, of which there is one, for the filter or search of that parameter; `nil` if it has none that takes
  /// them.
  init?(_ parameter: Substring, values: [String], of resource: Resource) {
    if let search = resource.searches.first(where: { $0.parameter == parameter }) {
      self.init(search, text: values[0])
      return
    }
    guard let filter = resource.filters.first(where: { $0.parameter == parameter }) else {
      return nil
    }
    self.init(filter, values: values, of: resource)
  }

  /// Whether `item` passes the filter.
  ///
  /// - Parameter answers: what is known of fields that only the query carries, by their names;
  ///   one that nothing is known of is ignored.
  func matches(_ item: ArraySlice<UInt8>, by answers: [String: Answer] = [:]) -> Bool {
    switch test {
    case .field(let name, let alias, let comparison, let order):
      guard
        let value = member(name, of: item) ?? alias.flatMap({ member($0, of: item) })
      else { return false }
      return matches(value, comparison, order)
    case .among: return place(of: item) != nil
    case .within(let list, let key):
      let objects = member(list, of: item).flatMap { Value(json: Array($0)) }?.items ?? []
      let wanted = unquoted(spelled[...])
      return objects.contains { $0.value(at: FieldPath(key)) == .text(Bytes(wanted)) }
    case .asked(let name, let value): return answers[name]?(item, value) ?? true
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

  /// Where the value of `item` stands among those that are asked for; `nil` where it doesn't, and
  /// for a term that asks for one.
  func place(of item: ArraySlice<UInt8>) -> Int? {
    guard case .among(let name, let wanted) = test, let value = member(name, of: item) else {
      return nil
    }
    return wanted.firstIndex { value.elementsEqual($0) }
  }

  /// Whether it is by a field of these.
  func isOne(of fields: [String]) -> Bool {
    switch test {
    case .field(let name, _, _, _), .among(let name, _), .presence(let name, _):
      fields.contains(name)
    case .within, .asked, .anyHolds, .anyHoldsDigits: false
    }
  }

  /// How many different values it asks for, if each is one row's; `nil` for any other term.
  var namedCount: Int? {
    if case .among(_, let wanted) = test { Set(wanted).count } else { nil }
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
      case .present, .among: true
      }
    case .bySpelling, .bySecond:
      switch comparison {
      case .equal: return value.elementsEqual(spelled)
      case .atLeast: return !second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
      case .below: return second(of: value).lexicographicallyPrecedes(second(of: spelled[...]))
      case .present, .among: return true
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

// What is tested follows from the parameter and the value.
extension FilterTerm: Hashable {
  static func == (left: FilterTerm, right: FilterTerm) -> Bool {
    left.parameter == right.parameter && left.spelled == right.spelled
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parameter)
    hasher.combine(spelled)
  }
}
