/// The resources that the program knows.
package struct Catalog: Sendable, Hashable {
  /// The resources in the order of `help`.
  package let resources: [Resource]

  package init(resources: [Resource]) {
    self.resources = resources
  }

  /// The resource that the language calls `name`.
  package subscript(name: String) -> Resource? {
    resources.first { $0.name == name }
  }
}

extension Catalog {
  /// The resources of the DialStack API (wire.md 3).
  package static let standard = Catalog(resources: [.accounts, .numbers])
}
