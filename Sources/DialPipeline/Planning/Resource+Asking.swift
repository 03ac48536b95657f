import DialRows
import DialStack

// Parameters that stand once for each of several values, and lists that must be asked by one.
extension Resource {
  /// The filter that keeps the rows of some values, and those values, where `predicate` names them.
  func values(askedForBy predicate: Predicate) -> (filter: Filter, values: [String])? {
    switch predicate {
    case .any(let parts):
      let named = parts.map { values(askedForBy: $0) }
      guard let filter = named.first??.filter, named.allSatisfy({ $0?.filter == filter }) else {
        return nil
      }
      let all = named.flatMap { $0?.values ?? [] }
      // Asked for all, the API takes no value beside it.
      if let any = filter.anyValue, all.contains(any) { return (filter, [any]) }
      return (filter, all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case .test(.field(let path), let comparison):
      guard let filter = filter(on: path.description, by: .among) else { return nil }
      return (filter.value(askedForBy: comparison) ?? filter.anyValue(for: comparison))
        .map { (filter, [$0]) }
    case .all, .not, .test: return nil
    }
  }

  /// What rows are tested for once the API was asked for `predicate`; `nil` where they don't carry
  /// the field.
  func check(for predicate: Predicate) -> Predicate? {
    guard case .test(.field(let path), let comparison) = predicate,
      let field = field(named: path.description), !field.presence.isInItems
    else { return predicate }
    guard case .text(.equal, let value) = comparison,
      let list = filter(on: field.name, by: .equal)?.list
    else { return nil }
    return .test(.field(FieldPath(list)), .holdsObject(FieldPath(field.name), value))
  }
}

extension Filter {
  /// The one value for which `comparison` holds, where the API is sure to read it as that.
  fileprivate func value(askedForBy comparison: DialRows.Comparison) -> String? {
    switch comparison {
    case .text(.equal, let value): value.string
    case .number(.equal, let value): Int(value.string).map { "\($0)" }
    case .isNull, .isNotNull, .text, .number, .boolean, .time, .period, .prefix, .matches,
      .amongValues, .among, .holdsObject, .column:
      nil
    }
  }

  /// The value for all rows that have the field, where `comparison` holds for no others.
  fileprivate func anyValue(for comparison: DialRows.Comparison) -> String? {
    comparison == .isNull ? nil : anyValue
  }
}
