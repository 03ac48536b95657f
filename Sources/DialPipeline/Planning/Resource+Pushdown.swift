import DialRows
import DialStack

extension Resource {
  /// The query parameters that make the API keep back rows for which `predicate` doesn't hold.
  ///
  /// They keep back no row for which it holds; none where the API has no such parameter. What
  /// comes may still be more than wanted, and is checked here.
  ///
  /// - Precondition: the times of `predicate` are settled.
  func queryItems(impliedBy predicate: Predicate) -> [QueryItem] {
    if let (filter, values) = values(askedForBy: predicate) {
      return values.map { QueryItem(name: filter.parameter, value: $0) }
    }
    guard case .test(.field(let path), let comparison) = predicate,
      let field = field(named: path.description)
    else { return [] }
    let name = path.description
    switch comparison {
    case .text(.equal, let value):
      // It would refuse the request, where we just find no row.
      guard field.kind != .choice || field.choices.contains(value.string) else { return [] }
      let exact = items(name, .equal, value.string)
      return exact.isEmpty && field.kind == .phone ? items(name, holding: value.string) : exact
    case .boolean(let wanted): return items(name, .equal, wanted ? "true" : "false")
    case .number(let comparison, let value):
      // The API may refuse a fraction of what it counts, and an exponent anywhere.
      let isPlain = field.kind.isWhole ? Int(value.string) != nil : !value.string.hasExponent
      return isPlain ? items(name, comparison, value) : []
    case .period(let comparison, let period): return items(name, comparison, period)
    case .matches(let pattern): return items(name, searchedFor: pattern)
    case .isNull: return items(name, .present, "false")
    case .isNotNull: return items(name, .present, "true")
    case .prefix(let prefix): return items(name, holding: prefix.string)
    case .text, .time, .amongValues, .among, .holdsObject, .column: return []
    }
  }

  /// The names of these parameters, before times are settled.
  func parameters(impliedBy predicate: Predicate) -> [String] {
    let items = queryItems(impliedBy: predicate.settled(now: Timestamp(seconds: 0), in: .utc))
    return items.reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } }
  }

  private func items(
    _ field: String, _ comparison: Filter.Comparison, _ value: String?
  ) -> [QueryItem] {
    guard let value, let filter = filter(on: field, by: comparison) else { return [] }
    return [QueryItem(name: filter.parameter, value: value)]
  }

  /// A number may be spelled in many ways, so only an order is sure to be understood as one.
  private func items(
    _ field: String, _ comparison: OrderedComparison, _ number: Bytes
  ) -> [QueryItem] {
    switch comparison {
    case .greater, .greaterOrEqual: items(field, .atLeast, number.string)
    case .less: items(field, .below, number.string)
    case .equal, .notEqual, .lessOrEqual: []
    }
  }

  private func items(
    _ field: String, _ comparison: OrderedComparison, _ period: Period
  ) -> [QueryItem] {
    func since(_ time: Timestamp) -> [QueryItem] { items(field, .atLeast, time.secondText) }
    func before(_ time: Timestamp) -> [QueryItem] {
      items(field, .below, time.roundedUp.secondText)
    }
    return switch comparison {
    case .equal: since(period.start) + before(period.end)
    case .greaterOrEqual: since(period.start)
    case .greater: since(period.end)
    case .less: before(period.start)
    case .lessOrEqual: before(period.end)
    case .notEqual: []
    }
  }

  /// A row that matches a pattern of letters and digits alone holds them as they stand.
  private func items(_ field: String, searchedFor pattern: String) -> [QueryItem] {
    guard pattern[...].isPlain, let search = search(in: field, for: .text) else { return [] }
    return [QueryItem(name: search.parameter, value: pattern)]
  }

  /// A phone number that is this one, or begins like this, holds its digits.
  private func items(_ field: String, holding number: String) -> [QueryItem] {
    let digits = number.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let search = search(in: field, for: .digits) else { return [] }
    return [QueryItem(name: search.parameter, value: digits)]
  }

  private func search(in field: String, for subject: Search.Subject) -> Search? {
    searches.first { $0.subject == subject && $0.fields.contains(field) }
  }

  /// Whether the API keeps other rows, too, where a parameter asks for some.
  func isWider(_ parameter: String) -> Bool {
    searches.contains { $0.parameter == parameter }
      || filters.contains { $0.parameter == parameter && $0.isWider }
  }

  /// Why the API isn't asked to apply `predicate`.
  func reasonToKeep(_ predicate: Predicate) -> String {
    guard case .test(.field(let path), let comparison) = predicate else {
      return "the API can't apply it as a whole"
    }
    if let parameter = parameters(impliedBy: predicate).first {
      return "the API takes `\(parameter)` once"
    }
    let filters = filters.filter { $0.field == path.description }
    guard !filters.isEmpty else {
      return search(in: path.description, for: .text) != nil
        ? "the API searches `\(path)` for letters and digits alone"
        : "the API has no filter for `\(path)`"
    }
    if case .text(.equal, _) = comparison {
      return "the API may refuse a value that it doesn't know"
    }
    let signs = filters.map(\.comparison.sign).joined(separator: " and ")
    return "the API filters `\(path)` by \(signs) alone"
  }
}

extension Substring {
  /// Whether the text is of ASCII letters and digits alone, so that as a pattern it means itself.
  var isPlain: Bool {
    !isEmpty && utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 0x20) }
  }
}

extension String {
  /// Whether the spelling of a number has an exponent.
  fileprivate var hasExponent: Bool { contains("e") || contains("E") }
}

extension Filter.Comparison {
  /// The operator as it is written.
  package var sign: String {
    switch self {
    case .equal: "="
    case .atLeast: ">="
    case .below: "<"
    case .present: "!= null"
    case .among: "="
    }
  }
}

extension Timestamp {
  /// The next whole second, or the moment itself if it is one: an API that compares to the
  /// second must not take a row for later than it is.
  fileprivate var roundedUp: Timestamp {
    nanoseconds == 0 ? self : Timestamp(seconds: seconds + 1)
  }

  /// The second that holds the moment, as RFC 3339 has it; `nil` outside of the years 1 to 9999.
  fileprivate var secondText: String? {
    let number = Zone.utc.day(at: self)
    guard let day = CalendarDay(number: number) else { return nil }
    var text: [UInt8] = []
    text.append(day, divider: "T", second: seconds - number * 86_400)
    return String(decoding: text, as: UTF8.self) + "Z"
  }
}
