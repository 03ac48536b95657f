import DialLanguage
import DialRows
import DialStack

extension Planner {
  /// The stages of a pipeline, divided between the API and here.
  struct Split {
    var stages: [PlannedStage] = []
    var pushed: [PushedFilter] = []
    var localConditions: [LocalCondition] = []
    var bounds: [Bound] = []
    /// The ids of the objects that the list belongs to, by the parameters of its path.
    var parents: [String: String] = [:]
    /// Whether one object is read, which the API doesn't filter.
    var isObject = false
    /// The fields of ``Resource/askedBy`` by which the list is asked.
    var asked: Set<String> = []
  }

  /// Takes from the first `where` stages what the API can filter.
  ///
  /// A condition is left for us when it stands under `or` or `not`, when the catalog gives its
  /// field no query parameter, and when its value is none that the API is known to take: it would
  /// refuse the request, where we just find no row.
  ///
  /// - Throws: a ``Rejection`` for the id of a parent that can't be one, and for what tests a
  ///   parent that rows don't carry.
  ///
  /// - Parameter beginning: what the source says already.
  func split(
    _ stages: [PlannedStage], over resource: Resource, beside beginning: Split = Split()
  ) throws(Rejection) -> Split {
    var split = beginning
    split.stages = []
    var isBeforeAnyChange = true
    for stage in stages {
      let effect = stage.stage.effect
      if isBeforeAnyChange, !effect.conditions.isEmpty {
        try divide(stage, effect.conditions, over: resource, into: &split)
        continue
      }
      // `select` and `format` change how rows are read, not which ones there are.
      if effect.demand != .rowForRow { isBeforeAnyChange = false }
      for condition in effect.conditions {
        try refuseUncarried(in: condition.predicate, condition.condition, of: resource)
      }
      split.stages.append(stage)
    }
    return split
  }

  private func divide(
    _ stage: PlannedStage, _ conditions: [StageCondition], over resource: Resource,
    into split: inout Split
  ) throws(Rejection) {
    var kept: [StageCondition] = []
    for condition in conditions {
      let text = condition.condition.range.text
      let predicate = condition.predicate
      if let filter = try parentFilter(condition.condition, predicate, over: resource, into: &split)
      {
        split.pushed.append(filter)
        continue
      }
      // An API that ignores the filter is read no further all the same.
      if let bound = lowerBound(predicate, text: text, of: resource) { split.bounds.append(bound) }
      if !split.isObject,
        let pushed = pushed(predicate, text: text, over: resource, beside: split.pushed)
      {
        split.pushed.append(pushed)
        split.note(askedBy: condition.condition, of: resource)
        continue
      }
      try refuseUncarried(in: predicate, condition.condition, of: resource)
      split.localConditions.append(
        LocalCondition(
          text: text,
          reason: split.isObject
            ? "one object is read" : resource.reasonToKeep(predicate)))
      split.note(openlyAskedBy: condition.condition, of: resource, in: scope)
      kept.append(condition)
    }
    guard !kept.isEmpty else { return }
    split.stages.append(
      kept.count == conditions.count
        ? stage : PlannedStage(stage.stage.keeping(kept), text: text(of: kept, in: stage)))
  }

  /// The stage that keeps some of the conditions of another, as it would be written.
  private func text(of conditions: [StageCondition], in stage: PlannedStage) -> String {
    let parts = conditions.map(\.condition.range.text)
    return "\(stage.name) \(parts.joined(separator: " and "))"
  }

  /// The filter that the path of the list is, should the condition name a parent of it.
  private func parentFilter(
    _ condition: Condition, _ predicate: Predicate, over resource: Resource,
    into split: inout Split
  ) throws(Rejection) -> PushedFilter? {
    guard let (parent, id) = parent(condition, predicate, of: resource),
      split.parents[parent.parameter] == nil
    else { return nil }
    let range = condition.range
    guard Identifier<Parent>(rawValue: id) != nil else {
      throw Rejection(
        .notAParent(id, parent, of: resource, in: vocabulary.catalog, at: range))
    }
    split.parents[parent.parameter] = id
    let isCarried = resource.field(named: parent.field)?.presence.isInItems == true
    return PushedFilter(
      parameters: [], predicate: nil, check: isCarried ? predicate : nil, text: range.text)
  }

  /// What the API can be asked for `predicate`, but for parameters that it is asked for already.
  private func pushed(
    _ predicate: Predicate, text: String, over resource: Resource, beside others: [PushedFilter]
  ) -> PushedFilter? {
    let used = Set(others.flatMap(\.parameters))
    let names = resource.parameters(impliedBy: predicate).filter { !used.contains($0) }
    guard !names.isEmpty else { return nil }
    var filter = PushedFilter(
      parameters: names, predicate: predicate, check: resource.check(for: predicate), text: text)
    filter.isWider = names.contains(where: resource.isWider)
    return filter
  }

  /// The moment before which `predicate` lets nothing through, where the list runs by that field.
  private func lowerBound(_ predicate: Predicate, text: String, of resource: Resource) -> Bound? {
    guard case .test(.field(let path), .time(let comparison, let literal)) = predicate,
      path.description == resource.order.timeField
    else { return nil }
    switch comparison {
    case .equal, .greaterOrEqual: return Bound(literal: literal, edge: .start, text: text)
    case .greater: return Bound(literal: literal, edge: .end, text: text)
    case .notEqual, .less, .lessOrEqual: return nil
    }
  }

  /// How many rows to ask for at a time: as few as a `limit` needs, else as many as there may be.
  ///
  /// A screenful at the prompt doesn't matter: what is read beyond it waits for `more`.
  func pageSize(for stages: [PlannedStage]) -> (size: Int, reason: String) {
    for (index, stage) in stages.enumerated() {
      let effect = stage.stage.effect
      switch effect.demand {
      case .rowForRow: continue
      case .atMost(let count, let word):
        return (min(Endpoint.largestPage, count), "`\(word) \(count)` wants no more")
      case .unknown:
        // A row costs a request, and gives one row at least as a rule.
        if effect.asksAPI, effect.multiplies,
          let (count, word) = Self.limit(in: stages[(index + 1)...])
        {
          return (
            min(Endpoint.largestPage, count),
            "`\(stage.name)` asks for a list a row, and `\(word) \(count)` may want no more"
          )
        }
        return (Endpoint.largestPage, "`\(stage.name)` may need every row")
      }
    }
    return (Endpoint.largestPage, "every row is wanted")
  }

  /// The stage that wants no more than so many rows, with none before it that drops any.
  private static func limit(in stages: ArraySlice<PlannedStage>) -> (count: Int, word: String)? {
    for stage in stages {
      let effect = stage.stage.effect
      if case .atMost(let count, let word) = effect.demand { return (count, word) }
      guard effect.demand == .rowForRow || effect.multiplies else { return nil }
    }
    return nil
  }
}
