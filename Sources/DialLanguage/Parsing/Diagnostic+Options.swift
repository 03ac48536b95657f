/// The sentences about options `name=value`.
extension Diagnostic {
  package static func unknownOption(_ word: Word, of place: String, known: [String]) -> Diagnostic {
    let list =
      known.isEmpty ? "it takes none" : "it takes \(known.joined(separator: ", "))"
    return Diagnostic(
      at: word.range, "`\(place)` has no option `\(word.text)`; \(list)",
      mend: Spelling.nearest(to: word.text, in: known).map { Mend(word.range, $0) })
  }

  package static func badOption(_ value: Literal, for option: Word, takes: String) -> Diagnostic {
    Diagnostic(at: value.range, "`\(option.text)` takes \(takes), found `\(value.text)`")
  }

  package static func repeatedOption(_ word: Word) -> Diagnostic {
    Diagnostic(at: word.range, "`\(word.text)` is given twice")
  }
}
