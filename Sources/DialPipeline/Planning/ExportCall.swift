import DialExport
import DialLanguage

/// What stands behind `export`.
struct ExportCall {
  let format: Word
  /// The tokens of the path; none for standard output, which is no path and `-`.
  let path: [Token]
  /// The field that divides the rows into files; `nil` is one file.
  let divider: FieldName?
  let options: [(name: Word, value: Literal)]
  /// The tokens of a word that begins with `-`: an option as the commands of a shell have it,
  /// not the name of a file. What follows it is not read. None as a rule.
  let shellOption: [Token]

  init(_ arguments: inout ArgumentReader, _ vocabulary: Vocabulary) throws(Rejection) {
    format = try arguments.word("a format, as in `export csv`", as: .format)
    let isDashed = arguments.isAtDash
    let word = arguments.pathParts()
    guard !isDashed || word.map(\.text) == ["-"] else {
      (path, divider, options, shellOption) = ([], nil, [], word)
      return
    }
    path = isDashed ? [] : word
    divider = !path.isEmpty && arguments.skip(word: "by") ? try arguments.field() : nil
    options = try arguments.options(
      (vocabulary.exporter(named: format.text)?.signature.options ?? [])
        + Export.options.map(\.parameter))
    shellOption = arguments.isAtDash ? arguments.pathParts() : []
  }
}
