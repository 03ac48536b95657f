package import DialLanguage
import DialRows
import DialStack

/// `sort FIELD [asc|desc], …`: orders all rows.
package struct SortStage: Stage {
  package static let signature = Signature(
    "sort", .field.followed(by: .oneOf(["asc", "desc"])).repeated(.withCommas),
    summary: "Order the rows; equal rows keep their order, null comes last.",
    synonyms: ["order", "orderby"],
    details: [
      "Reads everything first. Memory: 256 MB, or what `.memory` says; what has no room there waits",
      "in a temporary file.",
    ],
    examples: [
      Example("numbers | sort phone_number", "ascending"),
      Example("numbers | sort status, created_at desc", "by two fields"),
    ])

  private let keys: [(column: Column, direction: SortKey.Direction)]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var keys: [(column: Column, direction: SortKey.Direction)] = []
    var diagnostics: [Diagnostic] = []
    let rest = arguments.rest
    if rest.count > 1, rest[0].isWord("by"), rest[1].kind == .word, !rest[1].isWord("asc"),
      !rest[1].isWord("desc")
    {
      throw Rejection(.sortedBy(rest[0].range, field: rest[1]))
    }
    repeat {
      let field = try arguments.field()
      var direction = SortKey.Direction.ascending
      if arguments.skip(word: "desc") {
        direction = .descending
      } else {
        _ = arguments.skip(word: "asc")
      }
      do throws(Rejection) {
        keys.append((try context.columns.column(field), direction))
      } catch {
        diagnostics += error.diagnostics
      }
    } while arguments.skip(.comma)
    try arguments.finish(after: "the fields")
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.keys = keys
  }

  package var effect: StageEffect {
    let names = keys.map { key in
      key.direction == .descending ? "\(key.column.name) desc" : key.column.name
    }
    var effect = StageEffect(
      "orders all rows by \(names.joined(separator: ", "))", demand: .unknown)
    effect.order = .changed("as sorted here")
    effect.memory = .everything
    effect.sortKeys = keys.map(\.column.accessor)
    effect.reads = effect.sortKeys
    effect.takesAnyOrder = true
    effect.gathers = true
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    SortWork(
      sorter: RowSorter(
        by: SortKey(keys.map { ($0.column, $0.direction) }), memory: run.memory ?? .max))
  }
}

private struct SortWork: StageWork {
  var sorter: RowSorter

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    try sorter.add(batch)
    return .goOn
  }

  mutating func rest(in run: Run) throws -> Batch? { try sorter.next() }
}
