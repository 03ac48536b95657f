/// A list of the API with its parameters.
package struct Endpoint: Sendable, Hashable {
  /// The most items that the API gives a page, which is what a page holds unless less is wanted.
  package static let largestPage = 100

  package let resource: Resource
  /// The path of the list, percent-encoded: that of the resource with the ids of its parents.
  package let path: String
  /// What the query says, in order.
  package var parameters: [QueryItem]
  /// The account whose list it is; `nil` for lists of the platform.
  package var owner: ListOwner?
  /// Whether the answer is one object, and no list.
  package let isObject: Bool

  /// A list that belongs to nothing but an account, if to that.
  ///
  /// - Precondition: the resource's path has no parameters.
  package init(resource: Resource, parameters: [QueryItem], account: Account.ID?) {
    guard let path = resource.path.filled([:]) else {
      preconditionFailure("`\(resource.path)` needs the ids of its parents")
    }
    self.init(
      resource: resource, path: path, parameters: parameters, owner: account.map { ListOwner($0) })
  }

  /// A list whose resource's path was filled in.
  ///
  /// - Parameter isItem: whether the path is that of one item of the list.
  package init(
    resource: Resource, path: String, parameters: [QueryItem], owner: ListOwner?,
    isItem: Bool = false
  ) {
    isObject = isItem || resource.paging == .object
    self.resource = resource
    self.path = path
    self.parameters = parameters
    self.owner = owner
  }

  /// The path and the query of the first page, percent-encoded:
  /// `/v1/calls?from_number=%2B14155551234`.
  package var target: String {
    guard !parameters.isEmpty else { return path }
    return path + "?" + parameters.map(\.encoded).joined(separator: "&")
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
