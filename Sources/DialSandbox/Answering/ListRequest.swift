import DialStack

/// What a request to a list asks for, or why it can't be had.
struct ListRequest {
  var token: PageToken

  /// Reads `page`, or else `limit` and the filters; parameters that nobody knows are ignored.
  ///
  /// A list that comes whole knows neither `page` nor `limit`.
  init(_ query: Query, of resource: Resource) throws(Refusal) {
    if resource.paging != .pages {
      token = PageToken(
        anchor: .start, limit: .max, terms: try ListRequest.terms(query, of: resource))
      return
    }
    guard let page = query["page"] else {
      let limit = try ListRequest.limit(query["limit"])
      token = PageToken(
        anchor: .start, limit: limit, terms: try ListRequest.terms(query, of: resource))
      return
    }
    guard let token = PageToken(page, of: resource) else { throw .badToken }
    self.token = token
  }

  private static func limit(_ text: String?) throws(Refusal) -> Int {
    guard let text else { return Limits.pageDefault }
    guard let limit = Int(text) else { throw .badLimit("not a number") }
    guard Limits.page.contains(limit) else { throw .badLimit("out of range") }
    return limit
  }

  private static func terms(_ query: Query, of resource: Resource) throws(Refusal) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    for filter in resource.filters {
      guard let value = query[filter.parameter] else { continue }
      guard let term = FilterTerm(filter, value: value, of: resource) else {
        throw .badFilter(filter, resource)
      }
      terms.append(term)
    }
    for search in resource.searches {
      if let text = query[search.parameter] { terms.append(FilterTerm(search, text: text)) }
    }
    return terms
  }
}

/// An answer that refuses the request.
struct Refusal: Error {
  let response: Response

  /// A token that is malformed, expired or of another list.
  static let badToken = Refusal(
    response: .refusal(
      400, "the page token is malformed or expired", code: "invalid_pagination",
      details: ["page": "invalid"]))

  static func badLimit(_ reason: String) -> Refusal {
    Refusal(
      response: .refusal(
        400, "limit must be between 1 and 100", code: "validation_error",
        details: ["limit": reason]))
  }

  static func badFilter(_ filter: Filter, _ resource: Resource) -> Refusal {
    let choices = resource.field(named: filter.field)?.choices ?? []
    let expected = choices.isEmpty ? "valid" : "one of \(choices.joined(separator: ", "))"
    return Refusal(
      response: .refusal(
        400, "\(filter.parameter) must be \(expected)", code: "validation_error",
        details: [filter.parameter: "unknown value"]))
  }
}
