import DialLanguage
import DialRows
import DialStack

// Lists that belong to an object of another list: `queue_members where queue=qu_1`.
extension Planner {
  /// The parent that a condition names with an equality, and its id.
  ///
  /// A variable whose value comes later names it, too.
  func parent(
    _ condition: Condition, _ predicate: Predicate, of resource: Resource
  ) -> (parent: Parent, id: String)? {
    guard !resource.parents.isEmpty else { return nil }
    if case .comparison(let field, .equal, let literal) = condition.form,
      let value = try? scope.value(of: literal), value.form == .open,
      let parent = resource.parents.first(where: { $0.field == field.text })
    {
      return (parent, literal.text)
    }
    guard case .test(.field(let path), let comparison) = predicate,
      let parent = resource.parents.first(where: { $0.field == path.description })
    else { return nil }
    switch comparison {
    case .text(.equal, let id), .number(.equal, let id): return (parent, id.string)
    case .isNull, .isNotNull, .text, .number, .boolean, .time, .period, .prefix, .matches,
      .amongValues,
      .among, .holdsObject, .column:
      return nil
    }
  }

  /// Refuses a test of what rows don't carry: no row would pass it.
  func refuseUncarried(
    in predicate: Predicate, _ condition: Condition, of resource: Resource
  ) throws(Rejection) {
    for field in resource.fields where !field.presence.isInItems {
      guard predicate.reads(.field(FieldPath(field.name, alias: field.alias))) else { continue }
      throw Rejection(.notInRows(field, of: resource, at: condition.range))
    }
  }

  /// Refuses a stage that reads what rows don't carry, or shows it: it would be empty.
  ///
  /// Conditions are looked at when it is known what the API is asked for.
  func refuseUncarried(
    by stage: any Stage, columns: Columns?, _ arguments: [Token], of resource: Resource?
  ) throws(Rejection) {
    guard let resource, stage.effect.conditions.isEmpty else { return }
    let read = stage.effect.reads + (columns?.visible.map(\.accessor) ?? [])
    for field in resource.fields where !field.presence.isInItems {
      guard read.contains(.field(FieldPath(field.name, alias: field.alias))),
        let token = arguments.first(where: { $0.text == field.name })
      else { continue }
      throw Rejection(.notInRows(field, of: resource, at: token.range))
    }
  }

  /// The path of the list that belongs to `parents`, whose ids stand under their parameters.
  ///
  /// - Throws: a ``Rejection`` at `source` if one is not named.
  func path(
    of resource: Resource, under parents: [String: String], at source: Word
  ) throws(Rejection) -> String {
    guard let path = resource.path.filled(parents) else {
      let missing = resource.parents.filter { parents[$0.parameter] == nil }
      throw Rejection(.namesNoParent(source, missing, of: resource, in: vocabulary.catalog))
    }
    return path
  }
}

extension Predicate {
  /// Whether a value is looked at anywhere in it.
  func reads(_ value: Accessor) -> Bool { values.contains(value) }
}
