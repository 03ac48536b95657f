import DialStack

extension Sandbox {
  /// Finds the list or the item that `inquiry` names, and answers.
  func route(_ inquiry: Inquiry, faults: FaultDraw) throws(Refusal) -> SandboxAnswer {
    let path = inquiry.path
    for resource in catalog.resources {
      guard let parents = resource.path.values(in: path) else { continue }
      guard resource.paging != .object else {
        let rows = try rows(of: resource, under: parents, for: inquiry)
        return try read(nil, of: resource, in: rows, inquiry, faults)
      }
      return try list(resource, under: parents, inquiry, faults)
    }
    for resource in catalog.resources where resource.readsItems {
      guard let (parents, id) = resource.path.item(in: path) else { continue }
      let rows = try rows(of: resource, under: parents, for: inquiry)
      return try read(id, of: resource, in: rows, inquiry, faults)
    }
    throw .noSuchPath
  }

  private func list(
    _ resource: Resource, under parents: [String: String], _ inquiry: Inquiry,
    _ faults: FaultDraw
  ) throws(Refusal) -> SandboxAnswer {
    let rows = try rows(of: resource, under: parents, for: inquiry)
    var token = try ListRequest(inquiry.query, of: resource).token
    // Of what is asked for by name, all is there or nothing comes.
    for term in token.terms where term.isOne(of: resource.askedBy) {
      guard let count = term.namedCount, rows.selection([term]).count < count else { continue }
      throw .noSuchItem(term.parameter)
    }
    if faults.strikes(.ignoreFilters) { token.terms.removeAll { !$0.isOne(of: resource.askedBy) } }
    guard var page = ServedPage(token, of: rows, resource: resource, path: String(inquiry.path))
    else { throw .badToken }
    if !token.expansions.isEmpty {
      let items = page.separateItems.map {
        expanded($0, of: resource, by: token.expansions, for: inquiry)
      }
      page.items = Array(items.joined(separator: [UInt8(ascii: ",")]))[...]
    }
    if let replacement = faults.replacement(for: inquiry, isFirstPage: token.anchor == .start) {
      return SandboxAnswer(replacement)
    }
    faults.distort(&page, token: token, rows: rows, target: inquiry.target)
    return faults.deliver(.json(200, page.body))
  }

  /// - Parameter id: the key of the item; `nil` for the only one.
  private func read(
    _ id: String?, of resource: Resource, in rows: Rows, _ inquiry: Inquiry, _ faults: FaultDraw
  ) throws(Refusal) -> SandboxAnswer {
    guard let position = id.map(rows.position) ?? (rows.items.count > 0 ? 0 : nil) else {
      throw .noSuchItem(resource.singular)
    }
    if let replacement = faults.replacement(for: inquiry, isFirstPage: true) {
      return SandboxAnswer(replacement)
    }
    let names = resource.expansions(named: inquiry.query.values(of: "expand[]"), forItems: true)
    let item = rows.items[position]
    guard names.isEmpty else {
      return faults.deliver(.json(200, expanded(item, of: resource, by: names, for: inquiry)))
    }
    return faults.deliver(.json(200, faults.distorted(item, of: resource)))
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

  /// - Parameter noun: what one is called.
  static func noSuchItem(_ noun: String) -> Refusal {
    Refusal(response: .refusal(404, "no such \(noun)", code: "not_found"))
  }
}
