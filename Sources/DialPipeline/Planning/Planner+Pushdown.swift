import DialLanguage
import DialRows
import DialStack

/// The most rows that the API gives a page.
private let largestPage = 100

extension Planner {
  /// The stages of a pipeline, divided between the API and here.
  struct Split {
    var stages: [PlannedStage] = []
    var pushed: [PushedFilter] = []
    var localConditions: [LocalCondition] = []
    var oldest: SourcePlan.Bound?
  }

  /// Takes from the first `where` stages what the API can filter.
  ///
  /// A condition is left for us when it stands under `or` or `not`, when the catalog gives its
  /// field no query parameter, and when its value is none that the API is known to take: it would
  /// refuse the request, where we just find no row.
  func split(_ stages: [PlannedStage], over resource: Resource) -> Split {
    var split = Split()
    var isBeforeAnyChange = true
    for stage in stages {
      let effect = stage.stage.effect
      if isBeforeAnyChange, !effect.conditions.isEmpty {
        divide(stage, effect.conditions, over: resource, into: &split)
        continue
      }
      // `select` and `format` change how rows are read, not which ones there are.
      if effect.demand != .rowForRow { isBeforeAnyChange = false }
      split.stages.append(stage)
    }
    return split
  }

  private func divide(
    _ stage: PlannedStage, _ conditions: [StageCondition], over resource: Resource,
    into split: inout Split
  ) {
    var kept: [StageCondition] = []
    for condition in conditions {
      let text = condition.condition.range?.text ?? ""
      let predicate = condition.predicate
      if let pushed = pushed(predicate, text: text, over: resource, beside: split.pushed) {
        split.pushed.append(pushed)
        continue
      }
      if let time = lowerBound(predicate, of: resource),
        split.oldest.map({ $0.time < time }) ?? true
      {
        split.oldest = SourcePlan.Bound(time: time, text: text)
      }
      split.localConditions.append(
        LocalCondition(text: text, reason: reasonToKeep(predicate, over: resource)))
      kept.append(condition)
    }
    guard !kept.isEmpty else { return }
    split.stages.append(
      kept.count == conditions.count ? stage : PlannedStage(WhereStage(kept), text: text(of: kept)))
  }

  /// The stage that keeps some of the conditions of another, as it would be written.
  private func text(of conditions: [StageCondition]) -> String {
    let parts = conditions.map { $0.condition.text(isAlone: conditions.count == 1) }
    return "\(WhereStage.signature.name) \(parts.joined(separator: " and "))"
  }

  private func pushed(
    _ predicate: Predicate, text: String, over resource: Resource, beside others: [PushedFilter]
  ) -> PushedFilter? {
    guard case .test(.field(let path), .text(.equal, let value)) = predicate,
      let filter = resource.filter(on: path.description, by: .equal),
      !others.contains(where: { $0.parameter == filter.parameter }),
      let field = resource.field(named: filter.field),
      field.kind != .choice || field.choices.contains(value.string)
    else { return nil }
    return PushedFilter(
      parameter: filter.parameter, value: value.string, predicate: predicate, text: text)
  }

  private func reasonToKeep(_ predicate: Predicate, over resource: Resource) -> String {
    guard case .test(.field(let path), let comparison) = predicate else {
      return "the API can't apply it as a whole"
    }
    guard let filter = resource.filters.first(where: { $0.field == path.description }) else {
      return "the API has no filter for `\(path)`"
    }
    if case .text(.equal, let value) = comparison {
      let isKnown = resource.field(named: filter.field)?.choices.contains(value.string) ?? true
      return isKnown
        ? "the API takes `\(filter.parameter)` once"
        : "the API may refuse a value that it doesn't know"
    }
    return "the API filters `\(path)` by = alone"
  }

  /// The moment before which `predicate` lets nothing through, where the list runs by that field.
  private func lowerBound(_ predicate: Predicate, of resource: Resource) -> Timestamp? {
    guard case .test(.field(let path), .time(let comparison, let period)) = predicate,
      path.description == resource.newestFirstBy
    else { return nil }
    switch comparison {
    case .equal, .greaterOrEqual: return period.start
    case .greater: return period.end
    case .notEqual, .less, .lessOrEqual: return nil
    }
  }

  /// How many rows to ask for at a time: as few as a `limit` needs, else as many as there may be.
  ///
  /// A screenful at the prompt doesn't matter: what is read beyond it waits for `more`.
  func pageSize(for stages: [PlannedStage]) -> (size: Int, reason: String) {
    for stage in stages {
      switch stage.stage.effect.demand {
      case .rowForRow: continue
      case .atMost(let count, let word):
        return (min(largestPage, count), "`\(word) \(count)` wants no more")
      case .unknown: return (largestPage, "`\(stage.name)` may need every row")
      }
    }
    return (largestPage, "every row is wanted")
  }
}
