package import DialLanguage
import DialRows
import DialStack

/// `uniq [FIELD, …]`: the first of rows that are alike.
package struct UniqueStage: Stage {
  package static let signature = Signature(
    "uniq", .field.repeated(.withCommas).optional,
    summary: "Keep the first of rows that are alike, in these fields or in all columns.",
    synonyms: ["unique", "distinct", "dedup"],
    details: ["Memory: one key for each different row, in `.memory` at most."],
    examples: [
      Example("numbers | uniq phone_number", "one row a number"),
      Example("numbers | select status | uniq", "whole rows"),
    ])

  private let columns: [Column]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    columns =
      arguments.isAtEnd
      ? context.columns.visible : try arguments.columns(in: context.columns)
    try arguments.finish(after: "the fields")
  }

  package var effect: StageEffect {
    var effect = StageEffect("keeps the first of rows that are alike", demand: .unknown)
    effect.memory = .oneKeyARow
    effect.reads = columns.map(\.accessor)
    return effect
  }

  package func start(in run: Run) -> any StageWork { UniqueWork(key: RowKey(columns)) }
}

private struct UniqueWork: StageWork {
  var key: RowKey
  private var seen: Set<[UInt8]> = []
  /// About how many bytes they take.
  private var size = 0

  init(key: RowKey) {
    self.key = key
  }

  mutating func take(_ batch: inout Batch, in run: Run) throws -> Flow {
    if let memory = run.memory, size > memory { throw MemoryIsFull(memory: memory) }
    batch.records.removeAll { record in
      let bytes = key.bytes(of: record)
      guard seen.insert(bytes).inserted else { return true }
      // The key in an array of its own, and its place in a table of which a part is empty.
      size += bytes.count + 80
      return false
    }
    return .goOn
  }
}

extension ArgumentReader {
  /// Fields up to the end, as columns of `columns`.
  mutating func columns(in columns: Columns) throws(Rejection) -> [Column] {
    var found: [Column] = []
    var diagnostics: [Diagnostic] = []
    repeat {
      let field = try field()
      do throws(Rejection) {
        found.append(try columns.column(field))
      } catch {
        diagnostics += error.diagnostics
      }
    } while skip(.comma)
    if let rejection = Rejection(diagnostics) { throw rejection }
    return found
  }
}
