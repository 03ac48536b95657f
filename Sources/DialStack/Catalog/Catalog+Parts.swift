extension Catalog {
  /// What belongs to one item of a list and nothing else: lists and objects.
  package func parts(of owner: Resource) -> [Resource] {
    resources.filter { resource in
      guard resource.parents.count == 1, let parent = resource.parents.first else { return false }
      return resource.field(named: parent.field)?.relation?.lists.contains(owner.name) == true
    }
  }
}

extension Resource {
  /// What it is called behind an id of its owner: `members` for `queue_members`, `buttons` for
  /// `template_buttons`.
  package func shortName(under owner: Resource) -> String {
    let owners = [owner.singular.replacing(" ", with: "_")] + parents.map(\.parameter)
    let prefix = owners.map { $0 + "_" }.first { name.hasPrefix($0) } ?? ""
    return String(name.dropFirst(prefix.count))
  }
}
