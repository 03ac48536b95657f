/// The text in the editor and the place of the cursor, counted in Unicode scalars.
struct EditBuffer: Equatable {
  /// As libedit has them: hidden ones are in a plane without characters.
  var scalars: [Unicode.Scalar]
  var cursor: Int

  var text: String { String(returned: scalars) }

  /// The same for those who are outside.
  var edited: EditedText { EditedText(text: text, cursor: cursor) }

  var isAtEnd: Bool { cursor == scalars.count }

  /// Whether there are characters that take two columns, or none.
  var hasUnevenText: Bool { scalars.contains { $0.value >= 0xA0 && EditLine.width(of: $0) != 1 } }

  /// Whether libedit is searching: then it keeps what is looked for behind the text.
  var isSearch: Bool {
    let row = scalars[rowStart(of: scalars.count)...]
    return row.startIndex > 0
      && (row.starts(with: "bck".unicodeScalars) || row.starts(with: "fwd".unicodeScalars))
  }

  var scalarBeforeCursor: Unicode.Scalar? { cursor > 0 ? scalars[cursor - 1] : nil }

  var textBeforeCursor: String { String(returned: scalars[..<cursor]) }

  /// How far the cursor moves to be in the row above, at the same column or at its end.
  var offsetToRowAbove: Int? {
    let start = rowStart(of: cursor)
    guard start > 0 else { return nil }
    let above = rowStart(of: start - 1)
    return min(above + cursor - start, start - 1) - cursor
  }

  /// How far the cursor moves to be in the row below, at the same column or at its end.
  var offsetToRowBelow: Int? {
    guard let end = scalars[cursor...].firstIndex(of: "\n") else { return nil }
    let endBelow = scalars[(end + 1)...].firstIndex(of: "\n") ?? scalars.count
    return min(end + 1 + cursor - rowStart(of: cursor), endBelow) - cursor
  }

  private func rowStart(of index: Int) -> Int {
    scalars[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }
}
