package import DialExport
package import DialLanguage
import DialRows
package import DialStack
import Synchronization

/// The words that have a meaning: resources, stages, export formats, functions, statements.
///
/// A new one is one file and one line in ``standard(catalog:)``.
package struct Vocabulary: Sendable {
  package let catalog: Catalog
  package var stages: [any Stage.Type]
  package var exporters: [any ExportFormat.Type]
  /// What calculations can call.
  package var functions: [any LanguageFunction.Type] = []
  /// The words that begin statements, in the order of the help.
  package var statements: [StatementWord]
  /// What there is help on besides words: errors, keys, times.
  package var pages: [Signature] = []
  private let columns = ColumnsInUse()

  /// These words, over the resources of `catalog`.
  init(
    catalog: Catalog, stages: [any Stage.Type], exporters: [any ExportFormat.Type],
    statements: [StatementWord]
  ) {
    self.catalog = catalog
    self.stages = stages
    self.exporters = exporters
    self.statements = statements
  }

  /// All fields of a resource.
  func columns(of resource: Resource) -> Columns { columns.columns(of: resource) }

  /// The stage called `name`, in any case.
  package func stage(named name: String) -> (any Stage.Type)? {
    stages.first { name.isKeyword($0.signature.name) }
  }

  /// The export format called `name`, in any case.
  package func exporter(named name: String) -> (any ExportFormat.Type)? {
    exporters.first { name.isKeyword($0.signature.name) }
  }

  /// The function called `name`, in any case.
  func function(named name: String) -> (any LanguageFunction.Type)? {
    functions.first { name.isKeyword($0.signature.name) }
  }

  /// Whether the function called `name`, in lower case, makes sense of a field of a kind: one of
  /// calculations, or a figure of `stats`.
  package func function(named name: String, takes kind: FieldKind?) -> Bool {
    if let figure = FigureFunction(rawValue: name) { return figure.takes(kind) }
    guard let wanted = function(named: name)?.parameters.first ?? nil, let kind else { return true }
    return wanted.takes(kind, isConstant: false)
  }

  /// The statement that `token` begins, where that is no pipeline.
  func statement(beginningWith token: Token) -> StatementWord? {
    token.kind == .word ? statements.first { $0.isSpelled(token.text) } : nil
  }

  /// The words without a dot that begin statements.
  package var commands: [Signature] { statements.filter { !$0.isDotted }.map(\.signature) }

  /// The words that begin with a dot.
  package var dotSignatures: [Signature] { statements.filter(\.isDotted).map(\.signature) }

  /// Whether the text is the beginning of a statement that goes on in the next line.
  package func isUnfinished(_ text: SourceText) -> Bool {
    text.isUnfinished(takesWords)
  }

  /// Whether the arguments of the statement that `token` begins are words, whatever these mean
  /// elsewhere: `help ~`.
  func takesWords(_ token: Token) -> Bool {
    statement(beginningWith: token)?.takesWords
      ?? (token.kind == .word && token.text.isSettingName)
  }

  /// The stage that other tools call `word`.
  func stage(calledElsewhere word: String) -> Signature? {
    stageSignatures.first { word.isKeyword($0.name) || $0.synonyms.contains(word.lowercased()) }
  }

  /// Whether `token` is the name of a stage.
  func isStage(_ token: Token) -> Bool { token.kind == .word && isStage(named: token.text) }

  /// Whether a stage is called `name`, in any case.
  func isStage(named name: String) -> Bool {
    stageSignatures.contains { name.isKeyword($0.name) }
  }

  /// The signatures of all stages, `export` last.
  package var stageSignatures: [Signature] { stages.map { $0.signature } + [.export] }

  /// All signatures, in the order in which `help` looks for a word.
  package var signatures: [Signature] {
    stageSignatures + commands + exporters.map { $0.signature }
      + functions.map { $0.signature } + dotSignatures + pages
  }

  /// Every word that `help` knows.
  package var topics: [String] { catalog.resources.map(\.name) + signatures.map(\.name) }

  /// Every example that the help shows.
  package var examples: [Example] { signatures.flatMap(\.examples) }

  /// The stage that somebody meant by `word`: by its spelling, or by habit.
  func stageName(meantBy word: String) -> String? {
    let words = stageSignatures.flatMap { signature in
      ([signature.name] + signature.synonyms).map { (word: $0, name: signature.name) }
    }
    guard let nearest = Spelling.nearest(to: word, in: words.map(\.word)) else { return nil }
    return words.first { $0.word == nearest }?.name
  }
}

extension Signature {
  package static let export = Signature(
    "export", .value("FORMAT"), .path.optional, .options.optional,
    summary: "Write the rows to standard output, or to a file, whole or not at all.",
    synonyms: ["write", "output", "into", "to"],
    details: [
      "Without a path, and with `-`, the rows go to standard output.",
      "With a path they go to that file: it is replaced when all is written, or left as it was.",
      "A new file takes its place, with its permissions and, where that is allowed, its owner and",
      "group; other hard links keep the old rows. A device or a pipe is written directly.",
      "`export csv out/ by account` writes a file for each value of a field into a folder, each whole",
      "or not at all; what a name can't have is written as % and two digits.",
      "`errors=FILE` writes which of several accounts could not be read, an object a line, for .retry",
      "and --retry-failed. With `resume=yes` the same line goes on where it was stopped, even by a",
      "crash: what stands is noted in hidden files beside the path (csv, tsv, ndjson).",
      "`~` and `$name` are expanded in the path; `./-x` is a file whose name begins with `-`.",
      "Memory: one page; `table` measures its columns on the first 1000 rows.",
    ],
    examples: [
      Example("numbers | export csv", "CSV to standard output"),
      Example("numbers | export csv numbers.csv", "CSV to a file"),
      Example("numbers | export json \"active numbers.json\"", "a path with a space"),
      Example("numbers | export csv numbers/ by status", "a file for each status"),
      Example("numbers | export ndjson n.ndjson resume=yes", "goes on after a crash"),
    ])
}

/// The columns of the resources that were asked for, each made once.
private final class ColumnsInUse: Sendable {
  private let known = Mutex<[String: Columns]>([:])

  func columns(of resource: Resource) -> Columns {
    known.withLock { known in
      if let columns = known[resource.name] { return columns }
      let columns = Columns(of: resource)
      known[resource.name] = columns
      return columns
    }
  }
}
