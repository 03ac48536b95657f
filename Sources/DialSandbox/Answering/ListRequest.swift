import DialStack

/// What a request to a list asks for, or why it can't be had.
struct ListRequest {
  var token: PageToken

  /// Reads `page`, or else how many items are wanted and the filters; parameters that nobody knows
  /// are ignored.
  ///
  /// Only a list in pages knows `page`.
  init(_ query: Query, of resource: Resource) throws(Refusal) {
    if resource.paging == .pages, let page = query["page"] {
      guard let token = PageToken(page, of: resource) else { throw .badToken }
      self.token = token
      return
    }
    token = PageToken(
      anchor: .start, limit: try ListRequest.limit(query, of: resource),
      terms: try ListRequest.terms(query, of: resource))
    token.expansions = resource.expansions(
      named: query.values(of: "expand[]"), forItems: false)
  }

  private static func limit(_ query: Query, of resource: Resource) throws(Refusal) -> Int {
    guard let parameter = resource.sizeParameter else { return .max }
    guard let text = query[parameter] else { return Limits.pageDefault }
    guard let limit = Int(text) else { throw .badLimit(parameter, "not a number") }
    guard Limits.page.contains(limit) else { throw .badLimit(parameter, "out of range") }
    return limit
  }

  private static func terms(_ query: Query, of resource: Resource) throws(Refusal) -> [FilterTerm] {
    var terms: [FilterTerm] = []
    for filter in resource.filters {
      let values = query.values(of: filter.parameter)
      guard !values.isEmpty else { continue }
      guard let term = FilterTerm(filter, values: values, of: resource) else {
        throw .badFilter(filter, resource)
      }
      terms.append(term)
    }
    for search in resource.searches {
      if let text = query[search.parameter] { terms.append(FilterTerm(search, text: text)) }
    }
    guard resource.askedBy.isEmpty || terms.count(where: { $0.isOne(of: resource.askedBy) }) == 1
    else { throw .badAsking(resource) }
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

  static func badLimit(_ parameter: String, _ reason: String) -> Refusal {
    Refusal(
      response: .refusal(
        400, "\(parameter) must be between 1 and 100", code: "validation_error",
        details: [parameter: reason]))
  }

  /// A list that must be asked by one of several parameters, and is by none or by more.
  static func badAsking(_ resource: Resource) -> Refusal {
    let parameters = resource.filters.filter { resource.askedBy.contains($0.field) }
      .map(\.parameter)
    return Refusal(
      response: .refusal(
        400, "exactly one of \(parameters.joined(separator: ", ")) is required",
        code: "validation_error"))
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
