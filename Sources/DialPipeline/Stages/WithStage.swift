package import DialLanguage
package import DialRows
import DialStack

/// `with RELATION, …`: the rows that ids lead to.
package struct WithStage: Stage {
  package static let signature = Signature(
    "with", .field.repeated(.withCommas),
    summary: "Follow ids to the rows that they lead to.",
    synonyms: ["join", "lookup", "merge"],
    details: [
      "`with user` puts the user's name behind the id, as user.name; its other fields can be named:",
      "user.email. `with account` joins the account itself.",
      "An id is asked for once a session: where more than three are missing, pages of its list are",
      "read as long as they bring some of them, else each by itself, side by side.",
      "One that leads nowhere gives null, and is counted. Memory: one page, and what was followed.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | with user | select started_at, user.name, from_number",
        "names for ids"),
      Example("numbers | with location | count by location.name", "numbers a place"),
    ])

  package static let keepsColumns = false

  private let relations: [FollowedRelation]
  private let made: Columns

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var columns = context.columns
    var relations: [FollowedRelation] = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let field = try arguments.field()
      do throws(Rejection) {
        let relation = try FollowedRelation(field, over: columns, in: context)
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
    let phrases = relations.map { relation in
      let lists = relation.lists.map { "`\($0.name)`" }.joined(separator: ", ")
      return "follows `\(relation.name)` to \(lists)"
    }
    var effect = StageEffect(
      phrases.joined(separator: ", ")
        + ": each id once, by pages of the list where more than 3 are missing, else by itself",
      demand: .rowForRow)
    effect.asksAPI = true
    effect.reads = relations.map(\.id)
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    WithWork(relations: relations.map { FollowingRelation($0, in: run) })
  }
}

/// A field whose ids are followed.
struct FollowedRelation: Sendable {
  /// The field, which is what the joined row is called.
  let name: String
  /// Where the id stands.
  let id: Accessor
  /// The lists that it may be of.
  let lists: [Resource]

  init(_ field: FieldName, over columns: Columns, in context: StageContext) throws(Rejection) {
    name = field.text
    if field.text == Column.account.name, let accounts = context.vocabulary.catalog.accountList,
      columns.resource?.field(named: field.text) == nil
    {
      id = .account
      lists = [accounts]
      return
    }
    let column = try columns.column(field)
    let related = (column.relation?.lists ?? []).compactMap {
      context.vocabulary.catalog[$0]
    }
    lists = related.filter { $0.parents.isEmpty && $0.paging != .object }
    guard !lists.isEmpty else {
      throw Rejection(.leadsNowhere(column, at: field.range, in: columns))
    }
    id = column.accessor
  }

  /// The field that people know a row by.
  var label: String {
    let labels = lists.map { $0.essentials.first ?? $0.key }
    return labels.contains("name") ? "name" : labels[0]
  }
}

extension Columns {
  /// The columns with the label of a related row behind its id, and its other fields to be named.
  fileprivate func joining(_ relation: FollowedRelation) -> Columns {
    var room = room
    let join = Join(name: relation.name, resources: relation.lists, index: room.joined)
    room.joined += 1
    let all = showing(visible, room: room).adding(join)
    guard let label = all.joinedColumn("\(relation.name).\(relation.label)") else { return all }
    var visible = visible
    let place = visible.firstIndex { $0.accessor == relation.id }
    visible.insert(label, at: place.map { $0 + 1 } ?? visible.count)
    return all.showing(visible)
  }
}

extension Diagnostic {
  fileprivate static func leadsNowhere(_ column: Column, at range: SourceRange, in columns: Columns)
    -> Diagnostic
  {
    let fields = columns.resource?.itemFields ?? []
    let leading = fields.filter { $0.relation != nil }.map(\.name)
    let list = leading.isEmpty ? "" : " (\(leading.joined(separator: ", ")))"
    return Diagnostic(at: range, "`\(column.name)` leads to no other row\(list)")
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
