import DialRows
package import DialStack

extension Plan {
  /// What to mind before its figures are believed, in the order of the catalog.
  package var traps: [Trap] {
    let chosen = columns.visible.filter { $0.importance == .chosen }.map(\.accessor)
    return traps(naming: testedFields.union(chosen.compactMap(\.fieldName)))
  }

  /// Those of them that bite here: not where a list is only read, or a field only shown.
  package var bitingTraps: [Trap] { traps(naming: testedFields).filter { $0.place != .anywhere } }

  private func traps(naming named: Set<String>) -> [Trap] {
    guard let list = source.list else { return [] }
    return list.resource.traps.filter { trap in
      switch trap.place {
      case .anywhere: true
      case .unbounded: !list.isObject && list.bounds.isEmpty && !wantsFew
      case .field(let name): named.contains(name)
      }
    }
  }

  /// The fields by which rows are kept, ordered or grouped.
  private var testedFields: Set<String> {
    let filters = source.list?.filters.compactMap { $0.predicate ?? $0.check } ?? []
    let conditions = stages.flatMap(\.stage.effect.conditions).map(\.predicate)
    let accessors =
      (filters + conditions).flatMap(\.accessors) + stages.flatMap(\.stage.effect.reads)
    return Set(accessors.compactMap(\.fieldName))
  }
}

extension Predicate {
  /// All values that are looked at.
  fileprivate var accessors: [Accessor] {
    switch self {
    case .all(let parts), .any(let parts): return parts.flatMap(\.accessors)
    case .not(let part): return part.accessors
    case .test(let accessor, let comparison):
      if case .column(_, let other, _) = comparison { return [accessor, other] }
      return [accessor]
    }
  }
}

extension Accessor {
  /// The field that it takes, by its first key; `nil` for anything else.
  fileprivate var fieldName: String? {
    switch self {
    case .field(let path): path.description.split(separator: ".").first.map(String.init)
    case .masked(let accessor, _): accessor.fieldName
    case .cell, .computed, .joined, .account, .accountName: nil
    }
  }
}
