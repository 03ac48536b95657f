package import DialStack

/// Reads the cells of columns from many records at once, as places in the bytes of their pages: no
/// value is made of what is only copied.
package struct CellFinder: Sendable {
  /// A column whose cells are more than a field of the item.
  private enum Made: Sendable {
    /// What a function makes of the text of a field, which stands in the cell.
    case spelled(any RowFunction.Type, ColumnReader)
    case read(ColumnReader)
  }

  /// So many rows are found at a time.
  private static let portion = 1024

  private let count: Int
  private var fields: FieldFinder
  private var made: [(column: Int, Made)] = []
  private var cells = RawCells()

  package init(_ accessors: [Accessor]) {
    count = accessors.count
    var paths: [FieldPath?] = []
    for (index, accessor) in accessors.enumerated() {
      if case .field(let path) = accessor {
        paths.append(path)
      } else if let call = accessor.call, case .value(.field(let path))? = call.arguments.first,
        call.arguments.count == 1
      {
        paths.append(path)
        made.append((index, .spelled(call.function, ColumnReader(accessor))))
      } else {
        paths.append(nil)
        made.append((index, .read(ColumnReader(accessor))))
      }
    }
    fields = FieldFinder(paths)
  }

  /// Calls `body` for the records of a page after those of another, in order.
  ///
  /// - Parameter body: gets the bytes of the page, those that were made, and the cells, a row behind
  ///   the other.
  package mutating func forEachPage<Failure: Error>(
    of records: [Record],
    _ body: (_ page: RawSpan, _ made: RawSpan, _ cells: Span<RawCell>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    while start < records.count {
      cells.removeAll()
      let run = fields.findRun(in: records, from: start, limit: Self.portion, into: &cells)
      let page = run.bytes.span.bytes
      for index in made.indices { make(index, of: records[start..<run.end], in: page) }
      try body(page, cells.made.span.bytes, cells.cells.span)
      start = run.end
    }
  }

  /// Fills in a column.
  private mutating func make(_ index: Int, of records: ArraySlice<Record>, in page: RawSpan) {
    var place = made[index].column
    switch made[index].1 {
    case .spelled(let function, var reader):
      for record in records {
        if !cells.replace(place, in: page, by: function.appendText) {
          cells.replace(place, by: reader.value(in: record))
        }
        place += count
      }
    case .read(var reader):
      for record in records {
        cells.replace(place, by: reader.value(in: record))
        place += count
      }
    }
  }
}
