import DialLanguage
import DialRows
import DialStack

// Lists that answer only for what is named: `presence where user=user_1`.
extension Planner.Split {
  /// Notes that the list is asked by the field of a condition.
  mutating func note(askedBy condition: Condition, of resource: Resource) {
    asked.formUnion(condition.fields.intersection(resource.askedBy))
  }

  /// Notes the same of a condition whose value comes later.
  mutating func note(
    openlyAskedBy condition: Condition, of resource: Resource, in scope: Scope
  ) {
    guard condition.literals.contains(where: { (try? scope.value(of: $0))?.form == .open }) else {
      return
    }
    note(askedBy: condition, of: resource)
  }
}

extension Planner {
  /// Refuses a list that answers for nothing, or not at all, as it is asked.
  func refuseUnasked(
    _ resource: Resource, by asked: Set<String>, at source: Word
  ) throws(Rejection) {
    guard !resource.askedBy.isEmpty, asked.count != 1 else { return }
    throw Rejection(
      asked.isEmpty
        ? .asksForNothing(source, of: resource, in: vocabulary.catalog)
        : .asksForSeveral(source, of: resource))
  }
}

extension Condition {
  /// The names of the fields that it tests.
  fileprivate var fields: Set<String> {
    switch form {
    case .all(let parts), .any(let parts): Set(parts.flatMap(\.fields))
    case .not(let part): part.fields
    case .flag(let field), .comparison(let field, _, _), .membership(let field, _, _),
      .query(let field, _, _):
      [field.text]
    }
  }

  /// The values that it tests them for.
  fileprivate var literals: [Literal] {
    switch form {
    case .all(let parts), .any(let parts): parts.flatMap(\.literals)
    case .not(let part): part.literals
    case .flag, .query: []
    case .comparison(_, _, let literal): [literal]
    case .membership(_, _, let literals): literals
    }
  }
}
