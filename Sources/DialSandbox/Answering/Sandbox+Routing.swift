import DialStack

extension Sandbox {
  /// Finds the list or the item that `inquiry` names, and answers.
  func route(_ inquiry: Inquiry, faults: FaultDraw) throws(Refusal) -> Answer {
    let path = inquiry.path
    if let resource = catalog.resources.first(where: { $0.path[...] == path }) {
      return try list(resource, inquiry, faults)
    }
    for resource in catalog.resources where path.hasPrefix("\(resource.path)/") {
      let segment = path.dropFirst(resource.path.count + 1)
      guard !segment.isEmpty, !segment.contains("/"),
        let id = percentDecoded(segment, plus: .isPlus)
      else { break }
      return try read(id, of: resource, inquiry, faults)
    }
    throw .noSuchPath
  }

  private func list(
    _ resource: Resource, _ inquiry: Inquiry, _ faults: FaultDraw
  ) throws(Refusal) -> Answer {
    let rows = try rows(of: resource, for: inquiry)
    var token = try Listing(inquiry.query, of: resource).token
    if faults.strikes(.ignoreFilters) { token.terms = [] }
    guard var page = Page(token, of: rows, resource: resource) else { throw .badToken }
    if let replacement = faults.replacement(for: inquiry, isFirstPage: token.anchor == .start) {
      return Answer(replacement)
    }
    faults.distort(&page, token: token, rows: rows, target: inquiry.target)
    return faults.deliver(.json(200, page.body))
  }

  private func read(
    _ id: String, of resource: Resource, _ inquiry: Inquiry, _ faults: FaultDraw
  ) throws(Refusal) -> Answer {
    let rows = try rows(of: resource, for: inquiry)
    guard let position = rows.position(of: id) else { throw .noSuchItem(resource) }
    if let replacement = faults.replacement(for: inquiry, isFirstPage: true) {
      return Answer(replacement)
    }
    return faults.deliver(.json(200, faults.distorted(rows.items[position], of: resource)))
  }
}

extension Refusal {
  static let missingKey = Refusal(
    response: .refusal(401, "the API key is missing", code: "unauthorized"))
  static let badKey = Refusal(
    response: .refusal(401, "the API key is not valid", code: "unauthorized"))
  static let badMethod = Refusal(
    response: .frameworkError(405, "method not allowed").with("Allow", "GET"))
  static let noSuchPath = Refusal(response: .refusal(404, "no such path", code: "not_found"))
  static let noAccount = Refusal(
    response: .refusal(
      400, "the DialStack-Account header is required", code: "validation_error",
      details: ["DialStack-Account": "missing"]))
  static let unknownAccount = Refusal(
    response: .refusal(403, "the key has no access to this account", code: "forbidden"))

  static func noSuchItem(_ resource: Resource) -> Refusal {
    Refusal(response: .refusal(404, "no such \(resource.singular)", code: "not_found"))
  }
}
