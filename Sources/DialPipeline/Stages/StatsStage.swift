package import DialLanguage
package import DialRows
import DialStack

/// `stats FIGURE, … [by FIELD, …]`: sums, averages and the like, of all rows or of each group.
package struct StatsStage: Stage {
  package static let signature = Signature(
    "stats",
    .value("FIGURE").followed(by: .value("NAME").behind("as")).repeated(.withCommas),
    .field.behind("by").followed(by: .value("NAME").behind("as")).repeated(.withCommas).optional,
    summary: "Work out sums, averages and the like, of all rows or of each group.",
    synonyms: ["aggregate", "summarize", "summarise", "summary", "agg"],
    details: [
      "Figures: count (rows), share (of all rows, in percent), count(FIELD) (rows where it is not",
      "null), distinct(FIELD), sum, avg, min, max, median and p95 of a FIELD.",
      "Null is left out. sum, avg, median and p95 take numbers and seconds; min and max times, too.",
      "The largest group comes first, as with `count`. A column is called as its figure and field,",
      "avg_duration_seconds, unless `as` names it.",
      "median and p95 are exact up to a quarter of `.memory`, then within 1 %, and a warning says so.",
      "Reads everything first. Memory: one row a group, and the values of median, p95 and distinct.",
    ],
    examples: [
      Example(
        "calls where started_at >= -7d | stats count, avg(duration_seconds) by user", "talk a user"),
      Example("calls where started_at >= -7d | stats p95(duration_seconds) as long", "one figure"),
    ])

  package static let keepsColumns = false

  private let figures: [Figure]
  private let groups: [Column]

  package init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    var figures: [Figure] = []
    var diagnostics: [Diagnostic] = []
    repeat {
      do throws(Rejection) {
        figures.append(try Figure(&arguments, in: context))
      } catch {
        diagnostics += error.diagnostics
        guard arguments.current.isSymbol(.comma) || arguments.current.isWord("by") else {
          throw Rejection(diagnostics) ?? error
        }
      }
    } while arguments.skip(.comma)
    let groups = try arguments.groups(in: context)
    try arguments.finish(after: "the figures")
    var names = Set(groups.map(\.name))
    for figure in figures where !names.insert(figure.name.text).inserted {
      diagnostics.append(.repeatedColumn(figure.name))
    }
    if let rejection = Rejection(diagnostics) { throw rejection }
    self.figures = figures
    self.groups = groups
  }

  package func columns(from columns: Columns) -> Columns {
    let cells = figures.enumerated().map { index, figure in
      Column(figure.name.text, figure.kind, .cell(groups.count + index))
    }
    return Columns(ofGroups: groups, and: cells, of: columns, madeBy: "stats")
  }

  package var effect: StageEffect {
    let names = groups.map(\.name).joined(separator: ", ")
    let what = figures.map(\.text).joined(separator: ", ")
    var effect = StageEffect(
      "works out \(what)\(groups.isEmpty ? "" : " of each \(names)")", demand: .unknown)
    effect.order = .changed("the largest group first")
    effect.memory = .oneRowAGroup
    effect.reads = (groups + figures.compactMap(\.column)).map(\.accessor)
    effect.takesAnyOrder = true
    effect.makesRows = true
    effect.gathers = true
    return effect
  }

  package func start(in run: Run) -> any StageWork {
    let groups = groups.map { $0.settled(in: run.zone.days) }
    return GatheringWork(
      into: GroupFigures(figures, of: groups, memory: run.memory, report: run.report))
  }
}

/// One figure of `stats`, as it was written.
struct Figure: Sendable {
  let function: FigureFunction
  /// The field that it is of; `nil` for the number of rows and their share.
  let column: Column?
  /// What its column is called.
  let name: Word
  /// As it would be written: `avg(duration_seconds)`.
  let text: String

  init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
    let names = FigureFunction.allCases.map(\.rawValue)
    let word = try arguments.word("a figure", as: .parameter(.oneOf(names)))
    guard let function = FigureFunction(rawValue: word.text.lowercased()) else {
      throw Rejection(.unknownFigure(word))
    }
    self.function = function
    var column: Column?
    var defaultName = function.rawValue
    if function.isOfRows, let parentheses = arguments.rest.parenthesesOfNothing {
      throw Rejection(.parentheses(of: function, at: parentheses))
    }
    if arguments.skip(.open) {
      let field = try arguments.field(of: word)
      guard arguments.skip(.close) else {
        throw Rejection(Diagnostic(at: arguments.current.range, "expected `)`"))
      }
      let found = try context.columns.column(field)
      guard function != .share else { throw Rejection(.shareOfField(word, field)) }
      guard function.takes(found.kind) else {
        throw Rejection(.wrongFigure(function, of: found, at: field.range))
      }
      column = found
      text = "\(function.rawValue)(\(field.text))"
      defaultName += "_" + field.text.replacing(".", with: "_")
    } else {
      guard function.isOfRows else {
        throw Rejection(.figureWithoutField(word, function))
      }
      text = function.rawValue
    }
    name =
      arguments.skip(word: "as")
      ? try arguments.name("a column's name") : Word(defaultName, at: word.range)
    self.column = column
  }

  /// The kind of its values.
  var kind: FieldKind? {
    switch function {
    case .count, .distinct: .integer
    case .share: .decimal
    case .sum, .min, .max: column?.kind
    case .avg, .median, .p95: column?.kind == .seconds ? .seconds : .decimal
    }
  }
}

extension Collection<Token> {
  /// Where `()` stands first.
  fileprivate var parenthesesOfNothing: SourceRange? {
    guard let open = first, open.isSymbol(.open),
      let close = dropFirst().first, close.isSymbol(.close)
    else { return nil }
    return open.range.through(close.range)
  }
}

extension Diagnostic {
  fileprivate static func parentheses(of function: FigureFunction, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      at: range, "`\(function.rawValue)` of rows is written without parentheses",
      mend: Mend(range, ""))
  }

  fileprivate static func unknownFigure(_ word: Word) -> Diagnostic {
    let names = FigureFunction.allCases.map(\.rawValue)
    return misspelt(
      word, "unknown figure `\(word.text)`", Spelling.nearest(to: word.text, in: names),
      list: names)
  }

  fileprivate static func wrongFigure(
    _ function: FigureFunction, of column: Column, at range: SourceRange
  ) -> Diagnostic {
    let wanted = function == .min || function == .max ? "numbers and times" : "numbers"
    return Diagnostic(
      at: range,
      "`\(function.rawValue)` takes \(wanted); `\(column.name)` is \(column.kind?.phrase ?? "not known")"
    )
  }

  fileprivate static func figureWithoutField(_ word: Word, _ function: FigureFunction)
    -> Diagnostic
  {
    Diagnostic(
      at: word.range,
      "`\(function.rawValue)` needs a field: `\(function.rawValue)(duration_seconds)`")
  }

  fileprivate static func shareOfField(_ word: Word, _ field: FieldName) -> Diagnostic {
    Diagnostic(
      at: word.range.through(field.range), "`share` is of rows and takes no field")
  }
}
