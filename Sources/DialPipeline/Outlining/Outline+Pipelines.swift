import DialExport
import DialLanguage
import DialRows
import DialStack

// Pipelines, stage by stage.
extension Outline {
  mutating func readPipeline(_ tokens: [Token], until end: Token) {
    let first = tokens[0]
    var columns = columns(of: first)
    var parts = tokens.dropFirst().split(outsideParentheses: .bar)
    let behindSource = parts.removeFirst()
    if behindSource.first?.isWord(WhereStage.signature.name) == true {
      columns = readStage(behindSource, columns, until: end, isLast: parts.isEmpty)
    } else {
      for token in behindSource { mark(token, Meaning(token)) }
      problems += behindSource.map(\.range)
      next = .argument(
        NextArgument(
          name: first.text, roles: [.keyword(WhereStage.signature.name), .symbol(.bar)],
          columns: columns, field: nil, format: nil, options: []))
    }
    for (index, part) in parts.enumerated() {
      columns = readStage(part, columns, until: end, isLast: index == parts.count - 1)
    }
    words += tokens.filter { $0.isSymbol(.bar) }.map {
      Word(range: $0.range, meaning: .symbol)
    }
  }

  private mutating func columns(of first: Token) -> Columns? {
    if first.kind == .variable {
      mark(first, .variable)
      let isLastResult = first.text == Planner.lastResultName && scope.prompt?.lastResult != nil
      if !isLastResult { problems.append(first.range) }
      return isLastResult ? scope.prompt?.lastResult : nil
    }
    mark(first, .source)
    guard let resource = vocabulary.catalog[first.text] else {
      problems.append(first.range)
      return nil
    }
    return vocabulary.columns(of: resource)
  }

  /// Reads a stage; the columns behind it, where they are known.
  private mutating func readStage(
    _ tokens: [Token], _ columns: Columns?, until end: Token, isLast: Bool
  ) -> Columns? {
    guard let first = tokens.first else {
      next = .stage(columns: columns)
      return columns
    }
    mark(first, .stage)
    let rest = Array(tokens.dropFirst())
    var reader = ArgumentReader(Arguments(tokens: rest, end: end))
    let reading = read(
      &reader, as: DialLanguage.Word(first.text, at: first.range),
      columns ?? Columns(origin: "", visible: [], resource: nil))
    note(reader, of: rest, columns == nil ? [] : reading.diagnostics)
    if let columns { findUnknownWords(of: reader, in: rest, columns) }
    if isLast {
      let roles = reader.expected + (reading.isComplete ? [Role.symbol(.bar)] : [])
      next = .argument(
        NextArgument(
          name: first.text, roles: roles, columns: columns, field: lastField(of: reader, in: rest),
          format: format(readBy: reader, in: rest), options: options(readBy: reader, in: rest)))
    }
    return columns.flatMap { reading.columnsBehind($0) }
  }

  /// What came of a stage's arguments.
  private struct StageReading {
    var isComplete = false
    var diagnostics: [Diagnostic] = []
    /// The columns behind the stage, from those before it; `nil` where they are unknown.
    var columnsBehind: (Columns) -> Columns? = { _ in nil }
  }

  private mutating func read(
    _ reader: inout ArgumentReader, as name: DialLanguage.Word, _ columns: Columns
  ) -> StageReading {
    if name.keyword == Signature.export.name { return readExport(&reader) }
    guard let type = vocabulary.stage(named: name.text) else {
      problems.append(name.range)
      return StageReading()
    }
    do throws(Rejection) {
      let stage = try type.init(
        &reader,
        in: StageContext(name: name, columns: columns, scope: scope, vocabulary: vocabulary))
      return StageReading(isComplete: true, columnsBehind: { stage.columns(from: $0) })
    } catch {
      return StageReading(
        diagnostics: error.diagnostics, columnsBehind: { type.keepsColumns ? $0 : nil })
    }
  }

  private func readExport(_ reader: inout ArgumentReader) -> StageReading {
    do throws(Rejection) {
      let call = try ExportCall(&reader)
      guard let exporter = vocabulary.exporter(named: call.format.text) else {
        throw Rejection(.unknownExporter(call.format, vocabulary: vocabulary))
      }
      try ExportOptions(call.options).finish(for: exporter)
      return StageReading()
    } catch {
      return StageReading(diagnostics: error.diagnostics)
    }
  }

  /// Fields and values that are wrong, although their statement is not whole yet.
  private mutating func findUnknownWords(
    of reader: ArgumentReader, in tokens: [Token], _ columns: Columns
  ) {
    for (reading, token) in zip(reader.readings, tokens) where token.kind == .word {
      if reading.role == .field, (try? columns.column(FieldName(token))) == nil {
        problems.append(token.range)
      }
      if case .value(let field) = reading.role, let column = try? columns.column(field),
        column.kind == .choice, !column.choices.isEmpty, !token.isWord("null"),
        !column.choices.contains(token.text),
        !scope.seenValues(of: column, in: columns).contains(token.text)
      {
        problems.append(token.range)
      }
    }
  }

  private func format(readBy reader: ArgumentReader, in tokens: [Token])
    -> (any Exporter.Type)?
  {
    guard let index = reader.readings.firstIndex(where: { $0.role == .format }) else { return nil }
    return vocabulary.exporter(named: tokens[index].text)
  }

  private func options(readBy reader: ArgumentReader, in tokens: [Token]) -> [String] {
    zip(reader.readings, tokens).filter { $0.0.role == .option }.map(\.1.text)
  }

  private func lastField(of reader: ArgumentReader, in tokens: [Token]) -> FieldName? {
    let index = reader.readings.lastIndex { $0.role == .field }
    return index.map { FieldName(tokens[$0]) }
  }
}

extension FieldName {
  /// The name that a word is read as.
  init(_ token: Token) {
    let isUnlisted = token.text.first == "."
    self.init(
      text: isUnlisted ? String(token.text.dropFirst()) : token.text, isUnlisted: isUnlisted,
      range: token.range)
  }
}

extension ArraySlice<Token> {
  /// The runs between the symbols that stand in no parentheses; at least one.
  func split(outsideParentheses symbol: Token.Symbol) -> [[Token]] {
    var depth = 0
    var parts: [[Token]] = [[]]
    for token in self {
      if token.isSymbol(.open) { depth += 1 }
      if token.isSymbol(.close) { depth = Swift.max(0, depth - 1) }
      if depth == 0, token.isSymbol(symbol) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(token)
      }
    }
    return parts
  }
}
