package import DialLanguage
package import DialRows
import DialStack
import TerminalText

/// `uniq [FIELD, …]`: the first of rows that are alike.
package struct UniqueStage: Stage {
  package static let signature = Signature(
    "uniq", .field.repeated(.withCommas).optional,
    summary: "Keep the first of rows that are alike, in these fields or in all columns.",
    synonyms: ["unique", "distinct", "dedup"],
    details: ["Memory: one key for each different row."],
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

  package var demand: Demand { .unknown }
  package var memory: Memory { .oneKeyARow }

  package func apply(
    to upstream: some AsyncSequence<Batch, any Error>, in run: RunReport
  ) -> Batches {
    UniqueBatches(upstream, columns: columns)
  }
}

/// Its upstream without the rows whose key came before. Buffers one key for each
/// different row, ends with its upstream, and can be iterated as often as that.
struct UniqueBatches<Base: AsyncSequence>: AsyncSequence
where Base.Element == Batch, Base.Failure == any Error {
  private let base: Base
  private let columns: [Column]

  init(_ base: Base, columns: [Column]) {
    self.base = base
    self.columns = columns
  }

  struct Iterator: AsyncIteratorProtocol {
    var base: Base.AsyncIterator
    let columns: [Column]
    var seen: Set<[UInt8]> = []

    mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Batch? {
      guard var batch = try await base.next(isolation: actor) else { return nil }
      var key = RowKey(columns)
      batch.records.removeAll { !seen.insert(key.bytes(of: $0)).inserted }
      return batch
    }

    mutating func next() async throws -> Batch? { try await next(isolation: nil) }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(base: base.makeAsyncIterator(), columns: columns)
  }
}

extension UniqueBatches: Sendable where Base: Sendable {}

@available(*, unavailable)
extension UniqueBatches.Iterator: Sendable {}

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
