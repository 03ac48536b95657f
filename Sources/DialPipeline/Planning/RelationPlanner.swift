import DialRows
import DialStack

/// Chooses for the stages of a pipeline, one after the other, how the rows are come by that ids lead
/// to: inside of the items of the list, or asked for.
struct RelationPlanner {
  /// The list that the rows are of; `nil` for rows that are here already.
  private let resource: Resource?
  private let isItem: Bool
  /// The fields of joined records that anything reads, by the place of the record.
  private let read: [Int: Set<String>]
  /// The places of the records whose other fields may be asked for later.
  private let open: Set<Int>
  /// The relations whose rows come inside of the items.
  private(set) var expanded: [ExpandedRelation] = []
  /// How many rows there can be at this stage.
  private var mostRows: Int?
  /// The stage before it that holds all rows back.
  private var gathering: String?

  /// - Parameters:
  ///   - isItem: whether one item of the list is read.
  ///   - accessors: all that stages, columns and the export read.
  ///   - open: the places of the joined records whose other fields may be asked for later.
  init(over resource: Resource?, isItem: Bool, reading accessors: [Accessor], open: Set<Int>) {
    self.resource = resource
    self.isItem = isItem
    self.open = open
    read = accessors.flatMap(\.parts).reduce(into: [:]) { read, accessor in
      guard case .joined(let index, let path) = accessor else { return }
      read[index, default: []].insert(path.description)
    }
    mostRows = isItem ? 1 : nil
  }

  /// The same stage, with the ways of the relations that it follows.
  mutating func plan(_ stage: PlannedStage) -> PlannedStage {
    let effect = stage.stage.effect
    let relations = effect.follows.map { relation in
      var relation = relation
      relation.way = way(of: relation)
      return relation
    }
    if effect.multiplies { mostRows = nil }
    if case .atMost(let count, _) = effect.demand { mostRows = min(mostRows ?? count, count) }
    if effect.gathers { gathering = gathering ?? stage.name }
    guard !relations.isEmpty else { return stage }
    return PlannedStage(stage.stage.following(relations), text: stage.text)
  }

  private mutating func way(of relation: FollowedRelation) -> FollowedRelation.Way {
    let mostIDs = relation.isOneID ? 1 : relation.isOfOne ? mostRows : nil
    guard !relation.isObject, case .field(let path) = relation.id,
      let expansion = resource?.expansion(at: path), isItem || !expansion.isForItems
    else { return .asked(mostIDs: mostIDs, reason: nil) }
    if let reason = reasonToAsk(for: relation, despite: expansion) {
      return .asked(mostIDs: mostIDs, reason: reason)
    }
    if !expanded.contains(where: { $0.path == path }) {
      expanded.append(ExpandedRelation(expansion: expansion, relation: relation, path: path))
    }
    return .expanded(expansion)
  }

  /// Why the rows that an expansion brings would not do; `nil` where they do.
  private func reasonToAsk(
    for relation: FollowedRelation, despite expansion: ResourceExpansion
  ) -> String? {
    // Few rows may be left behind it, and what came with all of them would wait in memory.
    if let gathering { return "`\(gathering)` stands between" }
    guard case .part(_, let fields) = expansion.form else { return nil }
    let lacking = read[relation.index, default: []].subtracting(fields.map(\.name)).sorted()
    if let field = lacking.first { return "that lacks `\(relation.name).\(field)`" }
    return open.contains(relation.index) ? "any field may be asked for later" : nil
  }
}

extension Resource {
  /// What puts a whole object in the place of an id.
  fileprivate func expansion(at path: FieldPath) -> ResourceExpansion? {
    expansions.first { expansion in
      switch expansion.form {
      case .row, .part: expansion.key == path.description
      case .list, .array: false
      }
    }
  }
}

extension StageEffect {
  /// All values that the stage reads.
  var allReads: [Accessor] { reads + conditions.flatMap(\.predicate.values) }
}
