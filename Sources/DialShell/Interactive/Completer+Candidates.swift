import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialStack
import LineEditing
import TerminalText

// What may stand at each place.
extension Completer {
  /// The candidates that begin with `typed`; accounts hold it anywhere.
  func candidates(for typed: String, at next: Next, _ files: Files) -> [Candidate] {
    switch next {
    case .nothing: []
    case .statement: matching(typed, statements(typed))
    case .source: matching(typed, sources)
    case .stage:
      matching(
        typed, vocabulary.stageSignatures.map(Candidate.init) + definitions { !$0.isPipeline })
    case .argument(let argument):
      if argument.roles.contains(.account) {
        accounts(typed, in: 0..<0).candidates
      } else if typed.hasPrefix("$") {
        matching(typed, variables + (argument.takesValue ? namedRows : []))
      } else {
        matching(typed, argument.roles.flatMap { candidates(as: $0, of: argument) })
          + (argument.roles.contains(.path) && files == .listed ? paths(typed) : [])
      }
    }
  }

  private func paths(_ typed: String) -> [Candidate] {
    PathCompletion(home: scope.homeDirectory).candidates(for: typed)
  }

  private func matching(_ typed: String, _ candidates: [Candidate]) -> [Candidate] {
    var seen: Set<String> = []
    let fitting = candidates.filter { $0.text.hasPrefix(typed) || $0.text.hasPrefix("\"" + typed) }
    let found =
      fitting.isEmpty
      ? candidates.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) } : fitting
    return found.filter { seen.insert($0.text).inserted }
  }

  private var sources: [Candidate] {
    let lists = vocabulary.catalog.lists.map { Candidate($0.name, summary: $0.summary) }
    let sources = lists + definitions(where: \.isPipeline) + namedRows
    guard scope.prompt?.lastResult != nil else { return sources }
    return sources + [Candidate("$it", summary: "The rows that were shown last.")]
  }

  /// The texts that `def` gave names.
  private func definitions(where isWanted: (Definition) -> Bool) -> [Candidate] {
    scope.definitions.values.filter(isWanted).sorted { $0.name.text < $1.name.text }.map {
      Candidate(
        $0.name.text, summary: $0.text.visible, suffix: $0.parameters.isEmpty ? " " : "(")
    }
  }

  private func parts(of list: String) -> [Candidate] {
    guard let owner = vocabulary.catalog[list] else { return [] }
    return vocabulary.catalog.parts(of: owner).map {
      Candidate($0.shortName(under: owner), summary: $0.summary)
    }
  }

  private func statements(_ typed: String) -> [Candidate] {
    // Words with a dot are many, and whoever wants one begins with it.
    if typed.hasPrefix(".") { return vocabulary.dotSignatures.map(Candidate.init) }
    return sources + vocabulary.commands.map(Candidate.init)
  }

  private var variables: [Candidate] {
    scope.variables.sorted { $0.key < $1.key }.map { Candidate("$\($0)", summary: $1.text.visible) }
  }

  /// The rows that `let` gave names.
  private var namedRows: [Candidate] {
    scope.named.sorted { $0.key < $1.key }.map {
      Candidate("$\($0)", summary: "the rows of \($1.plan.text.visible)")
    }
  }

  private func candidates(as role: ArgumentRole, of argument: NextArgument) -> [Candidate] {
    switch role {
    case .field: fields(argument) { _ in true }
    case .fieldOf(let function):
      fields(argument) { vocabulary.function(named: function, takes: $0) }
    case .part(let list): parts(of: list)
    case .comparison: operators(argument)
    case .value(let field): values(of: field, argument)
    case .keyword("in"):
      isFlag(argument)
        ? [] : [Candidate("in", summary: "one of a list, a period, a prefix"), Candidate("not in")]
    // A field alone is a condition only if it is true or false.
    case .keyword("and") where isBareField(argument), .keyword("or") where isBareField(argument):
      []
    case .keyword(let word): [Candidate(word)]
    case .symbol(.bar): [Candidate("|", summary: "a further stage")]
    case .format: vocabulary.exporters.map { Candidate($0.signature) }
    case .topic: topics
    case .parameter(let parameter):
      (parameter.choices + parameter.suggestions()).map { Candidate($0) }
    case .option(let options):
      options.map { Candidate($0.name, summary: $0.summary, suffix: "=") }
    case .function:
      vocabulary.functions.map {
        Candidate($0.signature.name, summary: $0.signature.summary, suffix: "(")
      }
    case .operand:
      variables + (argument.columns?.names ?? []).map { Candidate(".\($0)") }
    case .anyValue: variables
    case .arithmetic: ArithmeticOperator.allCases.map { Candidate($0.rawValue) }
    case .command, .source, .item, .stage, .misplaced, .symbol, .number, .newName, .path, .account:
      []
    }
  }

  /// Whether a field that must be compared was the last word.
  private func isBareField(_ argument: NextArgument) -> Bool {
    argument.roles.contains(.comparison) && !isFlag(argument)
  }

  private var topics: [Candidate] {
    vocabulary.catalog.lists.map { Candidate($0.name, summary: $0.summary) }
      + vocabulary.signatures.map(Candidate.init)
  }

  /// The fields of the kinds that are wanted.
  private func fields(_ argument: NextArgument, where isWanted: (FieldKind?) -> Bool)
    -> [Candidate]
  {
    guard let columns = argument.columns else { return [] }
    let isCondition = argument.name == WhereStage.signature.name
    let unlisted = columns.resource.map { observed.unknownKeys(of: $0.name) } ?? []
    let keys = unlisted.filter { $0.name.isFieldPath }.map {
      Candidate(".\($0.name)", summary: "\($0.kind), not in the catalog")
    }
    let stage = vocabulary.stage(named: argument.name)
    let names = stage?.fields(among: columns, in: vocabulary.catalog) ?? columns.names
    let fields: [Candidate] = names.compactMap { name in
      let field = columns.resource?.field(named: name)
      let column = columns.visible.first { $0.name == name }
      let known = field?.kind ?? column?.kind
      guard isWanted(known) else { return nil }
      let kind = known?.rawValue ?? ""
      let summary = field.map { "\(kind): \($0.summary)" } ?? kind
      let isChoice = isCondition && known == .choice
      return isChoice
        ? Candidate(name, summary: summary, suffix: "=", givesWayTo: Self.operatorsAndSpace)
        : Candidate(name, summary: summary)
    }
    return fields + keys
  }

  /// What begins an operator, or stands before one.
  private static let operatorsAndSpace = "=!<>~ "

  private func column(_ field: FieldName?, _ argument: NextArgument) -> Column? {
    field.flatMap { field in try? argument.columns?.column(field) }
  }

  private func isFlag(_ argument: NextArgument) -> Bool {
    column(argument.field, argument)?.kind == .boolean
  }

  private func operators(_ argument: NextArgument) -> [Candidate] {
    let words: [(String, String)] =
      switch column(argument.field, argument)?.kind {
      case .boolean: [("=", "true or false")]
      case .time, .integer, .seconds, .decimal:
        [
          ("=", "equal"), ("!=", "not equal"), (">=", "from"), ("<", "before, less"),
          (">", "after, more"), ("<=", "up to"),
        ]
      case .text, .id, .phone, .choice, .object, .list, nil:
        [("=", "equal"), ("!=", "not equal"), ("~", "matches a pattern"), ("!~", "doesn't match")]
      }
    return words.map { Candidate($0.0, summary: $0.1, suffix: "") }
  }

  private func values(of field: FieldName, _ argument: NextArgument) -> [Candidate] {
    guard let column = column(field, argument) else { return variables }
    let counts =
      argument.columns?.resource.map { observed.values(of: field.text, in: $0.name) } ?? []
    func candidate(_ value: String) -> Candidate {
      let count = counts.first { $0.value == value }?.count
      return Candidate(value, summary: count.map { "(\($0))" } ?? "")
    }
    var candidates: [Candidate] = []
    switch column.kind {
    case .choice:
      let others = counts.map(\.value).filter { !column.choices.contains($0) }
      candidates =
        column.choices.map(candidate)
        + others.map { value in
          var other = candidate(value)
          if !value.isOneWord { other.text = value.quoted }
          return other
        }
    case .boolean: candidates = ["true", "false"].map(candidate)
    case .time:
      candidates = TimeLiteral.suggestions.map { Candidate($0) }
    case .text, .id, .phone, .integer, .seconds, .decimal, .object, .list, nil: break
    }
    return candidates + [Candidate("null", summary: "no value")] + variables + namedRows
  }

  /// Accounts by id; where none begins so, by a part of name or e-mail.
  func accounts(_ typed: String, in range: Range<Int>, isFirst: Bool = true) -> Completion {
    let part = Array(typed.lowercased().utf8)
    var found = observed.accounts.filter { $0.isCalled(part) }
    if found.isEmpty { found = observed.accounts.filter { $0.holds(part) } }
    let words = [
      Candidate("all", summary: "every account of the platform"),
      Candidate("none", summary: "no account"),
    ]
    guard found.count > Self.most, let first = found.first?.id.utf8 else {
      var completion = Completion(
        range: range,
        candidates: found.map(Candidate.init) + (isFirst ? matching(typed, words) : []))
      if observed.accounts.isEmpty {
        completion.note = "unknown until `\(vocabulary.catalog.accountListName)` was read"
      }
      return completion
    }
    let length = found.reduce(first.count) { length, account in
      zip(first.prefix(length), account.id.utf8).prefix { $0 == $1 }.count
    }
    return Completion(
      range: range, candidates: found.prefix(Self.most).map(Candidate.init),
      others: found.count - Self.most,
      commonPrefix: String(decoding: first.prefix(length), as: UTF8.self))
  }
}

extension NextArgument {
  /// Whether a field is held against what stands there, which may be rows.
  fileprivate var takesValue: Bool {
    roles.contains { if case .value = $0 { true } else { false } }
  }
}

extension Candidate {
  init(_ signature: Signature) {
    self.init(signature.name, summary: signature.summary)
  }

  init(_ account: ObservedAccount) {
    let email = account.email.isEmpty ? "" : " <\(account.email)>"
    self.init(account.id, summary: "\(account.name)\(email)".visible)
  }
}
