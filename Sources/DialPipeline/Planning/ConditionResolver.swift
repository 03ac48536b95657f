import DialLanguage
import DialRows
import DialStack
import PatternMatching

/// Gives a condition its meaning over the columns at one point of a pipeline, and
/// collects everything that is wrong with it.
struct ConditionResolver {
  private let context: StageContext
  private let columns: Columns
  private let scope: Scope
  private(set) var diagnostics: [Diagnostic] = []
  /// The pipelines in parentheses, by their numbers in the predicate.
  private(set) var queries: [Subquery] = []

  init(in context: StageContext) {
    self.context = context
    columns = context.columns
    scope = context.scope
  }

  /// The predicate of `condition`; what is wrong with it is in `diagnostics`.
  mutating func resolve(_ condition: Condition) -> Predicate {
    switch condition.form {
    case .all(let parts): .all(parts.map { resolve($0) })
    case .any(let parts): .any(parts.map { resolve($0) })
    case .not(let part): .not(resolve(part))
    case .flag(let field): flag(field)
    case .comparison(let field, let comparison, let literal):
      compare(field, comparison, literal)
    case .membership(let field, let membership, let literals):
      if let source = condition.possibleSource, context.isSource(source.tokens[0]) {
        query(field, membership, source)
      } else {
        member(field, membership, literals)
      }
    case .query(let field, let membership, let pipeline): query(field, membership, pipeline)
    }
  }

  private mutating func query(
    _ field: FieldName, _ membership: Membership, _ pipeline: Arguments
  ) -> Predicate {
    let column = note { (resolver) throws(Rejection) in try resolver.columns.column(field) }
    let query = note { (resolver) throws(Rejection) in
      try resolver.context.subquery(pipeline)
    }
    guard let column, let query else { return Self.refused }
    queries.append(query)
    let inside = Predicate.test(
      column.accessor, .amongValues(of: queries.count - 1, as: column.kind))
    switch membership {
    case .inside: return inside
    case .outside: return .all([.test(column.accessor, .isNotNull), .not(inside)])
    }
  }

  private mutating func note<Result>(
    _ body: (inout ConditionResolver) throws(Rejection) -> Result
  ) -> Result? {
    do throws(Rejection) {
      return try body(&self)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private static let refused = Predicate.all([])

  private mutating func flag(_ field: FieldName) -> Predicate {
    note { (resolver) throws(Rejection) in
      let column = try resolver.columns.column(field)
      guard column.kind == .boolean || column.kind == nil else {
        throw Rejection(.notAFlag(column, at: field.range))
      }
      return Predicate.test(column.accessor, .boolean(true))
    } ?? Self.refused
  }

  private mutating func compare(_ field: FieldName, _ comparison: Operator, _ literal: Literal)
    -> Predicate
  {
    let column = note { (resolver) throws(Rejection) in try resolver.columns.column(field) }
    let value = note { (resolver) throws(Rejection) in try resolver.scope.value(of: literal) }
    guard let column, let value else { return Self.refused }
    return note { (resolver) throws(Rejection) in
      if value.form == .field {
        return try resolver.compareColumns(column, comparison, with: value)
      }
      return try resolver.reading(literal, value, as: column) { (reader) throws(Rejection) in
        try reader.predicate(comparison, value)
      }
    } ?? Self.refused
  }

  /// Has `read` give a value its meaning; a refusal says what a variable holds, and that a word
  /// is a field.
  private func reading(
    _ literal: Literal, _ value: Literal, as column: Column,
    _ read: (LiteralReader) throws(Rejection) -> Predicate
  ) throws(Rejection) -> Predicate {
    scope.uses.note(value, as: column.phrase)
    if value.form == .open { return Self.refused }
    let reader = LiteralReader(
      column: column, range: literal.range,
      seen: scope.seenValues(of: column, in: columns))
    do throws(Rejection) {
      return try read(reader)
    } catch {
      if value == literal, value.form == .word, columns.names.contains(value.text) {
        throw Rejection(.fieldWithoutDot(literal))
      }
      guard literal.form == .variable else { throw error }
      throw Rejection(error.diagnostics.map { .found(value, in: literal, $0) }) ?? error
    }
  }

  private func compareColumns(
    _ column: Column, _ comparison: Operator, with literal: Literal
  ) throws(Rejection) -> Predicate {
    guard let ordered = comparison.ordered else {
      throw Rejection(
        .cannotCompare(
          column, by: comparison.rawValue, at: literal.range, hint: "the pattern stands in quotes"))
    }
    let isListed = columns.names.contains(literal.text)
    let other = try columns.column(
      FieldName(text: literal.text, isUnlisted: !isListed, range: literal.range))
    return .test(column.accessor, .column(ordered, other.accessor, column.kind))
  }

  private mutating func member(
    _ field: FieldName, _ membership: Membership, _ literals: [Literal]
  ) -> Predicate {
    let column = note { (resolver) throws(Rejection) in try resolver.columns.column(field) }
    guard let column else { return Self.refused }
    let tests = literals.map { literal in
      note { (resolver) throws(Rejection) in
        let value = try resolver.scope.value(of: literal)
        if value.form == .field {
          return try resolver.compareColumns(column, .equal, with: value)
        }
        return try resolver.reading(literal, value, as: column) { (reader) throws(Rejection) in
          try reader.membership(value)
        }
      } ?? Self.refused
    }
    let inside = tests.count == 1 ? tests[0] : Predicate.any(tests)
    switch membership {
    case .inside: return inside
    case .outside: return .all([.test(column.accessor, .isNotNull), .not(inside)])
    }
  }
}

/// Reads one literal as a value of a column's kind.
struct LiteralReader {
  let column: Column
  let range: SourceRange
  /// The values of the column that were seen in this session.
  let seen: [String]

  /// The test `column comparison literal`.
  func predicate(_ comparison: Operator, _ literal: Literal) throws(Rejection) -> Predicate {
    if literal.isWord("null") { return try null(comparison) }
    guard let ordered = comparison.ordered else {
      return try expression(literal.text, isNegated: comparison == .doesNotMatch)
    }
    return .test(column.accessor, try self.comparison(ordered, literal))
  }

  /// The test `column in literal`: a prefix of a phone number, a period of time, else equality.
  func membership(_ literal: Literal) throws(Rejection) -> Predicate {
    if literal.isWord("null") { return .test(column.accessor, .isNull) }
    let text = literal.text
    guard column.kind == .phone else {
      let comparison = try comparison(.equal, literal)
      if case .time(_, let time) = comparison, time.isMoment {
        throw Rejection(.momentIsNoPeriod(column, at: range, found: text))
      }
      return .test(column.accessor, comparison)
    }
    guard text.first == "+", text.count > 1, text.dropFirst().utf8.allSatisfy(\.isDigit) else {
      guard let number = PhoneLiteral(text), number.isWhole else {
        throw Rejection(.notAPrefix(column, at: range, found: text))
      }
      return .test(column.accessor, .text(.equal, Bytes(number.text)))
    }
    return .test(column.accessor, .prefix(Bytes(text)))
  }

  private func null(_ comparison: Operator) throws(Rejection) -> Predicate {
    switch comparison {
    case .equal: return .test(column.accessor, .isNull)
    case .notEqual: return .test(column.accessor, .isNotNull)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .matches, .doesNotMatch:
      throw Rejection(
        .cannotCompare(
          column, by: "\(comparison.rawValue) null", at: range, hint: "use = null or != null"))
    }
  }

  private func expression(_ text: String, isNegated: Bool) throws(Rejection) -> Predicate {
    do {
      _ = try Pattern(text)
    } catch {
      throw Rejection(.badExpression(text, error, at: range))
    }
    let tests = column.spellings.map { Predicate.test($0, .matches(text)) }
    let matches = tests.count == 1 ? tests[0] : .any(tests)
    return isNegated ? .all([.test(column.accessor, .isNotNull), .not(matches)]) : matches
  }

  private func comparison(_ comparison: OrderedComparison, _ literal: Literal)
    throws(Rejection) -> Comparison
  {
    let text = literal.text
    switch column.kind {
    case .id where literal.form == .word && column.leadsToOneList && text.isPhoneNumber:
      throw Rejection(.phoneForID(column, text, at: range))
    case .text, .id: return .text(comparison, Bytes(text))
    case .choice:
      if literal.form == .word, !column.choices.isEmpty, !column.choices.contains(text),
        !seen.contains(text)
      {
        throw Rejection(.notAChoice(literal, at: range, of: column))
      }
      return .text(comparison, Bytes(text))
    case .phone: return try phone(comparison, text)
    case .time:
      guard let time = TimeLiteral(text) else {
        throw Rejection(.notATime(column, literal, at: range))
      }
      return .time(comparison, time)
    case .boolean: return .boolean(try boolean(comparison, text))
    case .integer, .seconds, .decimal:
      guard let number = Value.number(spelled: text) else {
        throw Rejection(.notANumber(column, at: range, found: text))
      }
      return .number(comparison, number)
    case .object, .list:
      throw Rejection(
        .cannotCompare(
          column, by: comparison.sign, at: range, hint: "use ~ on its JSON, or = null")
      )
    case nil: return unlisted(comparison, literal)
    }
  }

  private func phone(_ comparison: OrderedComparison, _ text: String) throws(Rejection)
    -> Comparison
  {
    guard comparison == .equal || comparison == .notEqual else {
      throw Rejection(
        .cannotCompare(column, by: "< or >", at: range, hint: "use =, !=, ~ or `in +1415`"))
    }
    guard let number = PhoneLiteral(text) else {
      throw Rejection(.notAPhone(column, at: range, found: text))
    }
    return .text(comparison, Bytes(number.text))
  }

  private func boolean(_ comparison: OrderedComparison, _ text: String) throws(Rejection) -> Bool {
    guard comparison == .equal || comparison == .notEqual else {
      throw Rejection(.cannotCompare(column, by: "< or >", at: range, hint: "use = or !="))
    }
    guard let wanted = Bool(text.lowercased()) else {
      throw Rejection(.notABoolean(column, at: range, found: text))
    }
    return comparison == .equal ? wanted : !wanted
  }

  /// Without a kind, the literal decides: a number, a boolean, else text.
  private func unlisted(_ comparison: OrderedComparison, _ literal: Literal) -> Comparison {
    guard literal.form == .word else { return .text(comparison, Bytes(literal.text)) }
    if let number = Value.number(spelled: literal.text) { return .number(comparison, number) }
    if let wanted = Bool(literal.text.lowercased()), comparison == .equal || comparison == .notEqual
    {
      return .boolean(comparison == .equal ? wanted : !wanted)
    }
    return .text(comparison, Bytes(literal.text))
  }
}

extension Column {
  /// Whether its ids are those of one list.
  fileprivate var leadsToOneList: Bool { isKey || relation?.lists.count == 1 }
}

extension String {
  /// `+` and digits.
  fileprivate var isPhoneNumber: Bool {
    first == "+" && utf8.count > 4 && utf8.dropFirst().allSatisfy(\.isDigit)
  }
}

extension Diagnostic {
  fileprivate static func phoneForID(_ column: Column, _ number: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      at: range,
      "`\(column.name)` is an id, and `\(number)` a phone number; "
        + "`\(column.name) in (\(number) | select id)` looks for it")
  }
}

extension Operator {
  /// The comparison, where the operator is one of order; `nil` for `~` and `!~`.
  var ordered: OrderedComparison? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .matches, .doesNotMatch: nil
    }
  }
}
