/// A list of the API with its parameters.
package struct Endpoint: Sendable, Hashable {
  package var resource: Resource
  /// What the query says, in order.
  package var parameters: [QueryItem]
  /// The account whose list it is; `nil` for lists of the platform.
  package var account: Account.ID?

  package init(resource: Resource, parameters: [QueryItem], account: Account.ID?) {
    self.resource = resource
    self.parameters = parameters
    self.account = account
  }

  /// The path and the query of the first page, percent-encoded:
  /// `/v1/calls?from_number=%2B14155551234`.
  package var target: String {
    guard !parameters.isEmpty else { return resource.path }
    return resource.path + "?" + parameters.map(\.encoded).joined(separator: "&")
  }
}

/// A name and its value in the query of a URL.
package struct QueryItem: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  var encoded: String {
    PercentEncoding.component(name) + "=" + PercentEncoding.component(value)
  }
}
