import DialExport
import DialLanguage
import DialRows
import DialStack

// What fingers bring from other tools, refused with the way it is written here.
extension Planner {
  private static let verbs = ["list", "get", "show", "fetch", "ls", "curl"]

  /// `list numbers` and `GET /v1/phone-numbers?limit=5`; `nil` for anything else.
  func foreignRequest(_ pipeline: Pipeline) -> Diagnostic? {
    let word = pipeline.source.word
    let arguments = pipeline.sourceArguments.tokens[...]
    if let request = request(at: word.range, arguments) { return request }
    guard Self.verbs.contains(word.keyword), let first = arguments.first else { return nil }
    if let request = request(at: first.range, arguments.dropFirst()) {
      return Diagnostic(
        at: word.range.through(request.range), request.message,
        mend: request.mend.map { Mend(word.range.through($0.range), $0.replacement) })
    }
    let name = Word(first.text, at: first.range)
    if vocabulary.catalog.unavailable.contains(name.keyword) {
      return .notInThisVersion(name, vocabulary: vocabulary)
    }
    guard vocabulary.catalog[first.text] != nil else { return nil }
    return Diagnostic(
      at: word.range, "a line begins with its source; write `\(first.text)` without `\(word.text)`",
      mend: Mend(word.range.upTo(first.range), ""))
  }

  /// The path of a request, up to the next space.
  private func request(at start: SourceRange, _ rest: ArraySlice<Token>) -> Diagnostic? {
    let range = start.through(rest.prefix { $0.isAttached })
    let parts = range.text.split(separator: "?", maxSplits: 1)
    guard let path = parts.first?.withoutHost, path.hasPrefix("/v1/") else { return nil }
    let lists = vocabulary.catalog.resources.lazy.compactMap { resource in
      resource.path.values(in: path).map { (resource: resource, parents: $0) }
    }
    guard let list = lists.first else {
      return .notAList(path, at: range, vocabulary: vocabulary)
    }
    let line = Self.line(
      over: list.resource, under: list.parents, query: parts.count > 1 ? parts[1] : "")
    return Diagnostic(
      at: range, "a list is called by its name here; write `\(line)`", mend: Mend(range, line))
  }

  /// `numbers where status=active | limit 5`; parameters that say nothing here are left out.
  private static func line(
    over resource: Resource, under parents: [String: String], query: Substring
  ) -> String {
    var conditions = resource.parents.compactMap { parent in
      parents[parent.parameter].map { "\(parent.field)=\($0.isOneWord ? $0 : $0.quoted)" }
    }
    var limit = ""
    var named: [(filter: Filter, values: [Substring])] = []
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let parameter = PercentEncoding.decoded(parts[0]) ?? String(parts[0])
      if let filter = resource.filters.first(where: { $0.parameter == parameter }) {
        if filter.comparison == .among, let place = named.firstIndex(where: { $0.filter == filter })
        {
          named[place].values.append(parts[1])
        } else {
          named.append((filter, [parts[1]]))
        }
      } else if let search = resource.searches.first(where: { $0.parameter == parts[0] }),
        parts[1].isPlain
      {
        conditions.append(search.condition(for: parts[1]))
      } else if parameter == resource.sizeParameter {
        limit = " | limit \(parts[1])"
      }
    }
    conditions += named.map { $0.filter.condition(for: $0.values) }
    let filter = conditions.isEmpty ? "" : " where " + conditions.joined(separator: " and ")
    return resource.name + filter + limit
  }

  /// The diagnostic with its mend, should it be about the `>` of a shell: `> out.csv`.
  ///
  /// - Parameter stage: whose arguments they are; `nil` for those of a source.
  func explainingRedirection(
    _ diagnostic: Diagnostic, in arguments: [Token], of stage: Word? = nil
  ) -> Diagnostic {
    // A line may hold thousands of mistakes: few of them are about the sign.
    guard diagnostic.range.text == Token.Symbol.greater.rawValue,
      let index = arguments.firstIndex(where: { $0.range == diagnostic.range }),
      arguments[index].isSymbol(.greater)
    else { return diagnostic }
    let path = arguments[(index + 1)...]
    guard let first = path.first, !first.isOperator || first.isSymbol(.matches),
      path.dropFirst().allSatisfy(\.isAttached)
    else { return diagnostic }
    let range = diagnostic.range.through(path)
    let text = first.range.through(range).text
    if stage?.keyword == Signature.export.name {
      return Diagnostic(
        at: range, "`export` names its file without `>`; write `\(text)`", mend: Mend(range, text))
    }
    let ending = text.split(separator: ".").last.map(String.init) ?? ""
    let format = vocabulary.exporter(named: ending).map { $0.signature.name } ?? "csv"
    let stage = "| export \(format) \(text)"
    return Diagnostic(
      at: range, "`>` compares, it writes no file; write `\(stage)`", mend: Mend(range, stage))
  }
}

extension Filter {
  /// The condition that asks the API for the same.
  fileprivate func condition(for values: [Substring]) -> String {
    guard values.count == 1, let value = values.first else {
      return "\(field) in (\(values.joined(separator: ", ")))"
    }
    if let anyValue, value == anyValue { return "\(field) != null" }
    guard comparison == .present else { return "\(field)\(comparison.sign)\(value)" }
    return "\(field) \(value == "true" ? "!=" : "=") null"
  }
}

extension Search {
  /// What the rows that hold `text` have in common: `(name ~ "(?i)ann" or email ~ "(?i)ann")`.
  fileprivate func condition(for text: Substring) -> String {
    let tests = fields.map { "\($0) ~ \("(?i)\(text)".quoted)" }
    return tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " or ")))"
  }
}

extension Substring {
  /// The path of a URL.
  var withoutHost: Substring {
    for scheme in ["https://", "http://"] where hasPrefix(scheme) {
      return dropFirst(scheme.count).drop { $0 != "/" }
    }
    return self
  }
}

extension Condition {
  /// What stands behind a condition that seems to go on: a stage, the field of another condition,
  /// or further words of its last value.
  func looseWords(_ rest: [Token], in context: StageContext) -> Diagnostic? {
    guard let first = rest.first, first.kind == .word, let test = lastTest,
      let value = test.values.last
    else { return nil }
    let start = "unexpected `\(first.text)` after the condition"
    if context.vocabulary.isStage(first) {
      return Diagnostic(
        at: first.range, "\(start); write `| \(first.text)`",
        mend: Mend(first.range.start, "| "))
    }
    guard value.form == .word else { return nil }
    if context.columns.names.contains(first.text) {
      return Diagnostic(
        at: first.range, "\(start); write `and \(first.text)`",
        mend: Mend(first.range.start, "and "))
    }
    // A parenthesis ends the value.
    guard value.range.upper == range.upper else { return nil }
    let words = rest.prefix { $0.kind == .word && !$0.isWord("and") && !$0.isWord("or") }
    guard let last = words.last else { return nil }
    if test.isList {
      return Diagnostic(
        at: first.range, "\(start); values of a list stand with commas between them",
        mend: Mend(value.range.end, ","))
    }
    // No value of another kind has a space in it.
    guard [.text, nil].contains((try? context.columns.column(test.field))?.kind) else { return nil }
    let quoted = ([value.text] + words.map(\.text)).joined(separator: " ").quoted
    return Diagnostic(
      at: first.range, "\(start); a value with spaces stands in quotes: \(quoted)",
      mend: Mend(value.range.through(last.range), quoted))
  }

  /// The comparison that stands last, and its values.
  private var lastTest: (field: FieldName, values: [Literal], isList: Bool)? {
    switch form {
    case .all(let parts), .any(let parts): parts.last?.lastTest
    case .not(let part): part.lastTest
    case .comparison(let field, _, let literal): (field, [literal], false)
    case .membership(let field, _, let literals): (field, literals, true)
    case .query, .flag: nil
    }
  }
}
