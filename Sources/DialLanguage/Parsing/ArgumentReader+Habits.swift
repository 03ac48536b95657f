/// What fingers bring from other languages, refused with the way it is written here.
extension ArgumentReader {
  /// Operators of other languages, with ours.
  private static let operators = [
    "eq": "=", "equals": "=", "ne": "!=", "gt": ">", "gte": ">=", "ge": ">=", "lt": "<",
    "lte": "<=", "le": "<=", "contains": "~", "matches": "~", "regexp": "~", "rlike": "~",
  ]

  /// Signs of other languages that are two of ours, with the one that is meant.
  private static let signs = ["<>": "!=", "=>": ">=", "=<": "<="]

  /// Refuses what is no operator here and is one elsewhere, behind `field`.
  func refuseForeignOperator(after field: FieldName) throws(Rejection) {
    let isNegated = current.isWord("not")
    let word = isNegated ? token(1) : current
    if word.isWord("is") { throw Rejection(isTest(of: field)) }
    if word.isWord("like") || word.isWord("ilike") {
      throw Rejection(likeTest(word, isNegated: isNegated))
    }
    if word.isWord("between"), !isNegated, token(2).isWord("and") {
      throw Rejection(rangeTest(of: field))
    }
    if token(1).isAttached, let ours = Self.signs[current.text + token(1).text] {
      throw Rejection(
        .writtenElsewhere(
          current.text + token(1).text, as: ours, at: current.range.through(token(1).range)))
    }
    if current.kind == .word, let ours = Self.operators[current.text.lowercased()] {
      throw Rejection(.writtenElsewhere(current.text, as: ours, at: current.range))
    }
  }

  /// Whether `&&`, `&` or `||` stands here.
  var isAtForeignConjunction: Bool { isAtForeignAnd || isAtForeignOr }

  private var isAtForeignAnd: Bool {
    current.kind == .word && ["&&", "&"].contains(current.text)
  }

  /// Only in parentheses: elsewhere each `|` ends the arguments.
  private var isAtForeignOr: Bool {
    current.isSymbol(.bar) && token(1).isSymbol(.bar) && token(1).isAttached
  }

  /// Refuses `&&`, `&` and `||` between conditions.
  func refuseForeignConjunction() throws(Rejection) {
    if isAtForeignAnd {
      throw Rejection(.writtenElsewhere(current.text, as: "and", at: current.range))
    }
    if isAtForeignOr { throw Rejection(.doubledBar(current, token(1), before: token(2))) }
  }

  /// Refuses `a=b&&c=d`, where the value would take all up to the next space.
  func refuseJoinedConditions(in value: Literal) throws(Rejection) {
    guard value.form == .word, let place = value.text.firstOffset(of: "&&") else { return }
    throw Rejection(
      .writtenElsewhere(
        "&&", as: "and", at: value.range.part(from: place, count: 2), replacement: " and "))
  }

  /// Refuses `(415) 555-0100`, a number with spaces or parentheses, which stands in quotes as a value.
  func refuseUnquotedNumber() throws(Rejection) {
    var depth = 0
    let tokens = rest.prefix { token in
      if token.isSymbol(.open) { depth += 1 }
      if token.isSymbol(.close) { depth -= 1 }
      return depth >= 0 && !token.isSymbol(.bar) && !token.isSymbol(.comma)
        && !token.isWord("and") && !token.isWord("or")
    }
    guard tokens.count > 1, let number = Word(numberIn: tokens) else { return }
    // Not `(1000)`, and no dates: a number of the United States, or one with its country.
    let digits = number.text.utf8.count { (0x30...0x39).contains($0) }
    guard number.text.first == "+" || (10...11).contains(digits) else { return }
    let quoted = number.text.quoted
    throw Rejection(
      Diagnostic(
        at: number.range, "a number with spaces or parentheses stands in quotes: \(quoted)",
        mend: Mend(number.range, quoted)))
  }

  /// Refuses `status:active`.
  func refuseColon() throws(Rejection) {
    guard current.kind == .word, let place = current.text.firstOffset(of: ":"),
      current.text.prefix(while: { $0 != ":" }).isFieldPath
    else { return }
    throw Rejection(
      .writtenElsewhere(":", as: "=", at: current.range.part(from: place, count: 1)))
  }

  /// `is null`, `is not null`, `is active`, `is in (…)`.
  private func isTest(of field: FieldName) -> Diagnostic {
    let isNegated = token(1).isWord("not")
    let last = isNegated ? token(1) : current
    let value = isNegated ? token(2) : token(1)
    let written = isNegated ? "is not" : "is"
    if value.isWord("in") {
      return .writtenElsewhere(
        "\(written) in", as: isNegated ? "not in" : "in", at: current.range.through(value.range))
    }
    let sign = isNegated ? "!=" : "="
    return .writtenElsewhere(
      written, as: sign, at: current.range.through(last.range),
      inFull: value.kind == .word ? "\(field.source) \(sign) \(value.text)" : nil)
  }

  /// `like "+1415%"` as a prefix of a phone number, else as a regular expression.
  private func likeTest(_ word: Token, isNegated: Bool) -> Diagnostic {
    let pattern = token(isNegated ? 2 : 1)
    let start = current.range
    // What a variable holds is not known yet.
    guard pattern.isValue, pattern.kind != .variable else {
      return .writtenElsewhere(
        word.text, as: isNegated ? "!~" : "~", at: start.through(word.range))
    }
    let like = LikePattern(pattern.text, ignoresCase: word.isWord("ilike"))
    let ours = like.test(isNegated: isNegated)
    return .writtenElsewhere(
      (isNegated ? "not " : "") + word.text.lowercased(), as: ours,
      at: start.through(pattern.range))
  }

  /// `between a and b`.
  private func rangeTest(of field: FieldName) -> Diagnostic {
    let (low, high) = (token(1), token(3))
    guard low.isValue, high.isValue else {
      return .writtenElsewhere("between", as: ">=", at: current.range)
    }
    let range = ">= \(low.source) and \(field.source) <= \(high.source)"
    guard token(-2).isWord("not") else {
      return .writtenElsewhere("between", as: range, at: current.range.through(high.range))
    }
    return .writtenElsewhere(
      "between", as: "(\(field.source) \(range))", at: field.range.through(high.range))
  }
}

extension Token {
  /// Whether the token is a value by itself.
  var isValue: Bool {
    switch kind {
    case .word, .string, .rawString, .variable: true
    case .symbol, .newline, .end, .invalid: false
    }
  }

  /// A value as it is typed.
  var source: String {
    switch kind {
    case .string, .rawString: text.quoted
    case .variable: "$" + text
    case .word, .symbol, .newline, .end, .invalid: text
    }
  }
}

extension String {
  /// Where `part` begins, in bytes of UTF-8.
  func firstOffset(of part: String) -> Int? {
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (0...(bytes.count - wanted.count)).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
