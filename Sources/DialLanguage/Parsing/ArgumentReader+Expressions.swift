// Conditions.
extension ArgumentReader {
  /// A condition up to the end of the arguments or a closing parenthesis.
  package mutating func condition() throws(Rejection) -> Condition {
    try disjunction(depth: 0)
  }

  private mutating func disjunction(depth: Int) throws(Rejection) -> Condition {
    var parts = [try conjunction(depth: depth)]
    while skip(word: "or") { parts.append(try conjunction(depth: depth)) }
    return joined(parts, as: Condition.Form.any)
  }

  private mutating func conjunction(depth: Int) throws(Rejection) -> Condition {
    var parts = [try negation(depth: depth)]
    while skip(word: "and") { parts.append(try negation(depth: depth)) }
    try refuseForeignConjunction()
    return joined(parts, as: Condition.Form.all)
  }

  private func joined(_ parts: [Condition], as form: ([Condition]) -> Condition.Form) -> Condition {
    parts.count == 1
      ? parts[0] : Condition(form(parts), at: parts[0].range.through(parts[parts.count - 1].range))
  }

  private mutating func negation(depth: Int) throws(Rejection) -> Condition {
    guard depth < Self.nestingLimit else {
      throw Rejection(.nestedTooDeeply(current, "conditions"))
    }
    let start = current.range
    if skip(word: "not") {
      let part = try negation(depth: depth + 1)
      return Condition(.not(part), at: start.through(part.range))
    }
    if skip(.open) {
      let inner = try disjunction(depth: depth + 1)
      let end = current.range
      guard skip(.close) else { throw Rejection(.expected("`)`", found: current)) }
      return Condition(inner.form, at: start.through(end))
    }
    return try test()
  }

  private mutating func test() throws(Rejection) -> Condition {
    try refuseColon()
    let field = try field()
    try refuseForeignOperator(after: field)
    if let comparison = comparison() {
      let value = try value(of: field)
      return Condition(
        .comparison(field, comparison, value), at: field.range.through(value.range))
    }
    if skip(word: "in") { return try membership(.inside, of: field) }
    if isNext(word: "in"), skip(word: "not") {
      _ = skip(word: "in")
      return try membership(.outside, of: field)
    }
    let endsHere =
      isAtEnd || current.isWord("and") || current.isWord("or") || current.isSymbol(.close)
      || isAtForeignConjunction
    guard endsHere else { throw Rejection(.expectedOperator(after: field, found: current)) }
    return Condition(.flag(field), at: field.range)
  }

  private mutating func membership(
    _ membership: Membership, of field: FieldName
  ) throws(Rejection) -> Condition {
    if isAtPipelineInParentheses {
      let inner = try inParentheses("a pipeline in parentheses")
      // Where none closes it the pipeline around it is refused, and this one is still being typed.
      _ = skip(.close)
      return Condition(
        .query(field, membership, inner), at: field.range.through(inner.end.range))
    }
    let hasParentheses = skip(.open)
    let values = try values(of: field)
    var end = values.last?.range ?? field.range
    if hasParentheses {
      end = current.range
      guard skip(.close) else { throw Rejection(.expected("`,` or `)`", found: current)) }
    }
    return Condition(.membership(field, membership, values), at: field.range.through(end))
  }

  /// Whether a parenthesis is next in which a pipeline stands: one with a `where` or a `|`, or one
  /// that begins with a call.
  private var isAtPipelineInParentheses: Bool {
    guard current.isSymbol(.open) else { return false }
    if token(1).kind == .word, token(2).isSymbol(.open), token(2).isAttached { return true }
    var depth = 0
    for token in rest {
      if token.isSymbol(.open) { depth += 1 }
      if token.isSymbol(.close) { depth -= 1 }
      if depth == 0 { return false }
      if depth == 1, token.isSymbol(.bar) || token.isWord("where") { return true }
    }
    return false
  }

  private mutating func values(of field: FieldName) throws(Rejection) -> [Literal] {
    var values = [try value(of: field)]
    while skip(.comma) { values.append(try value(of: field)) }
    return values
  }

  private mutating func value(of field: FieldName) throws(Rejection) -> Literal {
    try refuseUnquotedNumber()
    let value = try literal("a value", as: .value(of: field))
    try refuseJoinedConditions(in: value)
    return value
  }
}

// Calculations.
extension ArgumentReader {
  /// Values, `.field`, `name(…)` and parentheses, with `+ - * /` between them.
  package mutating func calculation() throws(Rejection) -> Expression {
    try sum(depth: 0)
  }

  private mutating func sum(depth: Int) throws(Rejection) -> Expression {
    var sum = try product(depth: depth)
    var count = 0
    while let sign = arithmeticSign({ !$0.isOfProducts }) {
      try refuseLength(&count)
      sum = .operation(sign, sum, try product(depth: depth))
    }
    return sum
  }

  private mutating func product(depth: Int) throws(Rejection) -> Expression {
    var product = try operand(depth: depth)
    var count = 0
    while let sign = arithmeticSign({ $0.isOfProducts }) {
      try refuseLength(&count)
      product = .operation(sign, product, try operand(depth: depth))
    }
    return product
  }

  /// Each sign nests what stands before it.
  private func refuseLength(_ count: inout Int) throws(Rejection) {
    count += 1
    guard count <= Self.nestingLimit else {
      throw Rejection(.nestedTooDeeply(current, "calculations"))
    }
  }

  private mutating func operand(depth: Int) throws(Rejection) -> Expression {
    guard depth < Self.nestingLimit else {
      throw Rejection(.nestedTooDeeply(current, "calculations"))
    }
    if skip(.open) {
      let inner = try sum(depth: depth + 1)
      guard skip(.close) else { throw Rejection(.expected("`)`", found: current)) }
      return inner
    }
    guard let name = functionName() else {
      return .literal(try literal("a value", as: .operand))
    }
    _ = skip(.open)
    var arguments: [Expression] = []
    var end = current
    if !skip(.close) {
      repeat { arguments.append(try sum(depth: depth + 1)) } while skip(.comma)
      end = current
      guard skip(.close) else { throw Rejection(.expected("`,` or `)`", found: current)) }
    }
    return .call(name, arguments, through: end.range)
  }

  /// A field, or a function of one: `weekday(started_at)`.
  package mutating func fieldOrFunction() throws(Rejection) -> FieldOrFunction {
    guard let function = functionName() else { return .field(try field()) }
    _ = skip(.open)
    let field = try field(of: function)
    let end = current
    guard skip(.close) else { throw Rejection(.expected("`)`", found: current)) }
    return .function(function, of: field, through: end.range)
  }
}

/// What stands behind `by`, and in the parentheses of `stats`.
package enum FieldOrFunction: Sendable, Hashable {
  case field(FieldName)
  case function(Word, of: FieldName, through: SourceRange)

  /// What a column of it is called where nothing else is said.
  package var name: String {
    switch self {
    case .field(let field): field.text
    case .function(let function, _, _): function.text
    }
  }
}
