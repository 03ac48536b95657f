package import DialLanguage
package import DialRows
package import DialStack

/// `with RELATION, …`: the rows that ids lead to.
package struct WithStage: Stage {
  package static let signature = Signature(
    "with", .field.repeated(.withCommas),
    summary: "Follow ids to the rows that they lead to.",
    synonyms: ["join", "lookup", "merge"],
    details: [
      "`with user` puts the user's name behind the id, as user.name; its other fields can be named:",
      "user.email. `with account` joins the account itself, `with account.pricing` and",
      "`with user.presence` what the API reads of one thing alone, null where there is none.",
      "Where the API sends the related row inside of each row, by `expand[]`, nothing more is asked.",
      "Else an id is asked for once a session: pages of its list are read as long as they save",
      "requests, other ids each by itself, side by side; `explain` tells the way of each.",
      "One that leads nowhere gives null, and is counted. Memory: one page, and what was followed.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | with user | select started_at, user.name, from_number",
        "names for ids"),
      Example("numbers | with location | count by location.name", "numbers a place"),
      Example("calls where started_at >= -7d | count by user | with user", "names for groups"),
    ])

  package static let keepsColumns = false

  package static func fields(among columns: Columns, in catalog: Catalog) -> [String] {
    columns.relationNames(in: catalog)
  }

  private var relations: [FollowedRelation]
  private let made: Columns

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var columns = context.columns
    var relations: [FollowedRelation] = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let field = try arguments.field()
      do throws(Rejection) {
        let relation = try FollowedRelation(field, over: columns, in: context)
        try columns.refuseRecord(
          called: relation.name, with: relation.labels, at: field.range)
        columns = columns.joining(relation)
        relations.append(relation)
      } catch {
        diagnostics += error.diagnostics
      }
    } while arguments.skip(.comma)
    try arguments.finish(after: "the relations")
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.relations = relations
    made = columns
  }

  package func columns(from columns: Columns) -> Columns { made }

  package var effect: StageEffect {
    var effect = StageEffect(
      relations.map(\.phrase).joined(separator: "; "), demand: .rowForRow)
    effect.asksAPI = true
    effect.reads = relations.map(\.id)
    effect.follows = relations
    return effect
  }

  package func following(_ relations: [FollowedRelation]) -> WithStage {
    var stage = self
    stage.relations = relations
    return stage
  }

  package func start(in run: Run) -> any StageWork {
    WithWork(relations: relations.map { FollowingRelation($0, in: run) })
  }
}

extension Columns {
  /// The columns with what people know a related row by behind its id, and its other fields to be
  /// named.
  fileprivate func joining(_ relation: FollowedRelation) -> Columns {
    var room = room
    let join = Join(
      name: relation.name, resources: relation.targets.map(\.resource), index: room.joined)
    room.joined += 1
    let all = showing(visible, room: room).adding(join)
    let labels = relation.labels.compactMap { all.joinedColumn("\(relation.name).\($0)") }
    var visible = visible
    let place =
      visible.firstIndex { $0.name == relation.name }
      ?? visible.firstIndex { $0.accessor == relation.id }
    visible.insert(contentsOf: labels, at: place.map { $0 + 1 } ?? visible.count)
    return all.showing(visible)
  }
}

private struct WithWork: StageWork {
  var relations: [FollowingRelation]

  mutating func take(_ batch: inout Batch, in run: Run) async throws -> Flow {
    for index in relations.indices {
      batch.records = try await relations[index].join(batch.records, in: run)
    }
    return .goOn
  }

  func finish(in run: Run) {
    for relation in relations { relation.tell(run.report) }
  }
}
