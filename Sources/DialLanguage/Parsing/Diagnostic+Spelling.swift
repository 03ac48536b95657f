extension Diagnostic {
  /// A sentence that offers the word that was meant, which mends the text.
  ///
  /// - Parameters:
  ///   - otherwise: what to say where nothing is near.
  ///   - list: all that there is, told in any case.
  package static func misspelt(
    _ word: Word, _ sentence: String, _ nearest: String?, otherwise: String? = nil,
    list: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      at: word.range,
      sentence + hint(nearest, otherwise: otherwise)
        + (list.isEmpty ? "" : " (\(list.joined(separator: ", ")))"),
      mend: nearest.map { Mend(word.range, $0) })
  }

  /// `; did you mean …?`, or what to say where nothing is near.
  package static func hint(_ nearest: String?, otherwise: String? = nil) -> String {
    if let nearest { return "; did you mean `\(nearest)`?" }
    return otherwise.map { "; \($0)" } ?? ""
  }
}
