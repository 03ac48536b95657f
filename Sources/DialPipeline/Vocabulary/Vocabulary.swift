package import DialExport
package import DialLanguage
import DialRows
package import DialStack

/// The words that have a meaning: resources, stages, export formats, commands.
///
/// A new stage or exporter is one file and one line in ``standard(catalog:)``.
package struct Vocabulary: Sendable {
  package let catalog: Catalog
  package let stages: [any Stage.Type]
  package let exporters: [any Exporter.Type]
  package let commands: [Signature]
  /// What there is help on besides words: errors, keys, times.
  package let pages: [Signature]
  package let settings: [Setting]
  /// The columns of each resource, shared by all pipelines over it.
  private let columns: [String: Columns]

  /// All that the language has, over the resources of `catalog`.
  package static func standard(catalog: Catalog = .standard) -> Vocabulary {
    Vocabulary(
      catalog: catalog,
      stages: [
        WhereStage.self, SelectStage.self, SortStage.self, UniqueStage.self, LimitStage.self,
        SkipStage.self, LastStage.self, CountStage.self, FormatStage.self,
      ],
      exporters: [
        TableExporter.self, CSVExporter.self, TSVExporter.self, JSONExporter.self,
        NDJSONExporter.self,
      ],
      commands: [.use, .param, .explain, .help, .more, .exit],
      pages: [.settings, .keys, .errors, .times, .lastResult],
      settings: Setting.all,
      columns: Dictionary(
        catalog.resources.map { ($0.name, Columns(of: $0)) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// All fields of a resource.
  func columns(of resource: Resource) -> Columns {
    columns[resource.name] ?? Columns(of: resource)
  }

  /// The stage called `name`, in any case.
  func stage(named name: String) -> (any Stage.Type)? {
    stages.first { name.isKeyword($0.signature.name) }
  }

  /// The export format called `name`, in any case.
  package func exporter(named name: String) -> (any Exporter.Type)? {
    exporters.first { name.isKeyword($0.signature.name) }
  }

  /// The setting called `name`, by its own spelling or another prompt's.
  package func setting(named name: String) -> Setting? {
    settings.first { $0.signature.name == name || $0.signature.synonyms.contains(name) }
  }

  /// The words that begin with a dot.
  package var dotSignatures: [Signature] {
    settings.map(\.signature) + PromptWord.allCases.map(\.signature)
  }

  /// The stage that other tools call `word`.
  func stage(calledElsewhere word: String) -> Signature? {
    stageSignatures.first { word.isKeyword($0.name) || $0.synonyms.contains(word.lowercased()) }
  }

  /// Whether `token` is the name of a stage.
  func isStage(_ token: Token) -> Bool {
    stageSignatures.contains { token.isWord($0.name) }
  }

  /// The signatures of all stages, `export` last.
  package var stageSignatures: [Signature] { stages.map { $0.signature } + [.export] }

  /// All signatures, in the order in which `help` looks for a word.
  package var signatures: [Signature] {
    stageSignatures + commands + exporters.map { $0.signature } + dotSignatures + pages
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
  static let use = Signature(
    "use", .value("ACCOUNT", or: ["none"]),
    summary: "Choose the account for the statements after it.",
    details: [
      "At the prompt the API is asked for the account first: one that isn't there, or that the",
      "key can't read, is not chosen, and what was chosen stays.",
    ],
    examples: [
      Example("use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers | limit 5", "five numbers of it"),
      Example("use none; accounts", "forget the account; platform-wide lists need none"),
    ])

  static let param = Signature(
    "param", .value("NAME"), .value("VALUE").behind("=").optional,
    summary: "Declare a variable, given as --NAME=VALUE on the command line.",
    details: [
      "`$NAME` stands for it wherever a value may stand, and in paths.",
      "`dialsh FILE --help` lists the parameters of a script.",
    ],
    examples: [
      Example("param state = active; numbers where status=$state", "a script with a default")
    ])

  static let explain = Signature(
    "explain", .pipeline,
    summary: "Say what a pipeline would do, and send nothing.",
    examples: [
      Example(
        "explain numbers where status=active | limit 5", "its request, filters, order, memory")
    ])

  static let help = Signature(
    "help", .word.optional,
    summary: "Tell about a resource, a stage, a format or a command.",
    details: ["`describe` is the same word."],
    examples: [
      Example("help where", "how conditions are written"),
      Example("describe numbers", "the fields of a resource"),
      Example("help export csv", "the options of a format"),
    ])

  static let more = Signature(
    "more",
    summary: "Show the next rows of the last result, without asking again for what was seen.",
    details: ["The setting `.rows` says how many at a time."],
    examples: [Example("accounts; more", "the rows behind the first screenful")])

  static let exit = Signature(
    "exit", summary: "End the session or the script. `quit` is the same word.",
    examples: [Example("exit", "leave")])

  static let export = Signature(
    "export", .value("FORMAT"), .path.optional, .value("OPTION=VALUE").repeated(.freely).optional,
    summary: "Write the rows to standard output, or to a file, whole or not at all.",
    synonyms: ["write", "output", "into", "to"],
    details: [
      "Without a path, and with `-`, the rows go to standard output.",
      "With a path they go to that file: it is replaced when all is written, or left as it was.",
      "A new file takes its place, with its permissions and, where that is allowed, its owner and",
      "group; other hard links keep the old rows. A device or a pipe is written directly.",
      "`~` and `$name` are expanded in the path; `./-x` is a file whose name begins with `-`.",
      "Memory: one page; `table` measures its columns on the first 1000 rows.",
    ],
    examples: [
      Example("numbers | export csv", "CSV to standard output"),
      Example("numbers | export csv numbers.csv", "CSV to a file"),
      Example("numbers | export json \"active numbers.json\"", "a path with a space"),
    ])
}
