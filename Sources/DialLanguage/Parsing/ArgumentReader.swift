/// Reads the arguments of a stage, one after the other.
///
/// A stage asks for what it takes: a number, fields, a condition, options. Whatever it
/// does not ask for is refused by ``finish(after:)``.
package struct ArgumentReader {
  /// How deep conditions and calculations may be nested.
  static let nestingLimit = 100

  private let tokens: [Token]
  private let end: Token
  private var position = 0
  /// What each token that was read turned out to be, in order.
  package private(set) var readings: [Reading] = []
  /// What was asked for behind the last token: what may stand there.
  package private(set) var expected: [ArgumentRole] = []

  /// Whether nothing follows the arguments in the text.
  package let reachesEndOfText: Bool

  package init(_ arguments: Arguments) {
    self.tokens = arguments.tokens
    reachesEndOfText = arguments.end.kind == .end
    self.end = Token(
      kind: arguments.end.kind, text: arguments.end.text, range: arguments.end.range,
      isAttached: false)
  }

  /// The token at the cursor; behind the last one, what stands there.
  package var current: Token { position < tokens.count ? tokens[position] : end }

  /// The token so many places behind the cursor; behind the last one, what stands there.
  func token(_ distance: Int) -> Token {
    tokens.indices.contains(position + distance) ? tokens[position + distance] : end
  }

  /// The tokens that were not read.
  package var rest: [Token] { Array(tokens[position...]) }

  /// Whether every token was read.
  package var isAtEnd: Bool { position >= tokens.count }

  /// Refuses what was not read.
  ///
  /// - Throws: a ``Rejection`` at the first token left.
  package func finish(after place: String) throws(Rejection) {
    guard isAtEnd else { throw Rejection(.unexpected(current, after: place)) }
  }

  /// Passes `symbol` if it is next.
  package mutating func skip(_ symbol: Token.Symbol) -> Bool {
    guard isNext(.symbol(symbol), { $0.isSymbol(symbol) }) else { return false }
    take(as: .symbol(symbol))
    return true
  }

  /// Passes the bare word `word` if it is next.
  package mutating func skip(word: String) -> Bool {
    guard isNext(.keyword(word), { $0.isWord(word) }) else { return false }
    take(as: .keyword(word))
    return true
  }

  /// Passes a `|`, and gives it, if one is next.
  mutating func bar() -> Token? {
    optionalToken(as: .symbol(.bar)) { $0.isSymbol(.bar) }
  }

  /// Passes the bare word `word`, as the user wrote it, if it is next.
  mutating func optionalWord(_ word: String, as role: ArgumentRole) -> Word? {
    guard isNext(.keyword(word), { $0.isWord(word) }) else { return nil }
    return Word(take(as: role))
  }

  /// Takes what is next, if it can have the role `role`.
  package mutating func optionalToken(
    as role: ArgumentRole, where condition: (Token) -> Bool
  ) -> Token? {
    guard isNext(role, condition) else { return nil }
    return take(as: role)
  }

  /// Takes the word or the variable that begins a pipeline.
  mutating func takeSource() -> Token? {
    optionalToken(as: .source) { $0.kind == .word || $0.kind == .variable }
  }

  /// Passes a token that another reader reads.
  mutating func leave() {
    position += 1
  }

  /// Passes what stands before the next `symbol`.
  mutating func skipTo(_ symbol: Token.Symbol) {
    while !isAtEnd, !current.isSymbol(symbol) { take(as: .misplaced) }
  }

  /// Passes all that is left: nobody knows what it is there for.
  package mutating func skipRest() {
    while !isAtEnd { take(as: .misplaced) }
  }

  /// All words from here on, whatever they are.
  package mutating func words(as role: ArgumentRole) -> [Word] {
    var words: [Word] = []
    while isNext(role, { _ in true }) { words.append(Word(take(as: role))) }
    return words
  }

  /// The bare word at the cursor, which has the role `role`.
  package mutating func word(_ what: String, as role: ArgumentRole) throws(Rejection) -> Word {
    guard isNext(role, { $0.kind == .word }) else {
      throw Rejection(.expected(what, found: current))
    }
    return Word(take(as: role))
  }

  /// A word made of letters, digits and `_`, beginning with a letter.
  package mutating func name(_ what: String) throws(Rejection) -> Word {
    guard isNext(.newName, { $0.kind == .word && $0.text.isName }) else {
      throw Rejection(.expected(what, found: current))
    }
    return Word(take(as: .newName))
  }

  /// A whole number of `least` or more for the stage called `stage`, or a variable with one.
  package mutating func count(
    for stage: String, atLeast least: Int = 1, value: (Literal) throws(Rejection) -> Literal
  ) throws(Rejection) -> Int {
    let token = current
    let isVariable = token.kind == .variable
    guard isNext(.number, { $0.kind == .word || isVariable }) else {
      throw Rejection(
        .notAWholeNumber(token.spelling, at: token.range, for: stage, atLeast: least))
    }
    let literal = try literal("a number", as: .number)
    let given = isVariable ? try value(literal) : literal
    if given.form == .open { return least }
    guard given.text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(given.text),
      number >= least
    else {
      throw Rejection(
        .notAWholeNumber("`\(given.text)`", at: token.range, for: stage, atLeast: least))
    }
    return number
  }

  /// A value: a word, a string, a variable or `.field`.
  package mutating func literal(_ what: String, as role: ArgumentRole) throws(Rejection) -> Literal
  {
    guard isNext(role, { _ in true }) else { throw Rejection(.expected(what, found: current)) }
    switch current.kind {
    case .word:
      let token = take(as: role)
      if token.text.first == ".", token.text.dropFirst().isFieldPath {
        return Literal(.field, String(token.text.dropFirst()), at: token.range)
      }
      return Literal(.word, token.text, at: token.range)
    case .string, .rawString:
      let token = take(as: role)
      return Literal(.quoted, token.text, at: token.range)
    case .variable:
      let token = take(as: role)
      return Literal(.variable, token.text, at: token.range)
    case .symbol, .newline, .end, .invalid:
      throw Rejection(.expected(what, found: current))
    }
  }

  /// The name of a function, if one is next with its parenthesis behind it.
  mutating func functionName() -> Word? {
    guard isNext(.function, { $0.kind == .word && $0.text.isName }), token(1).isSymbol(.open) else {
      return nil
    }
    return Word(take(as: .function))
  }

  /// Passes the sign of a calculation that is next, if it is one of those wanted.
  mutating func arithmeticSign(_ isWanted: (ArithmeticOperator) -> Bool) -> ArithmeticOperator? {
    func sign(_ token: Token) -> ArithmeticOperator? {
      token.kind == .word
        ? ArithmeticOperator(rawValue: token.text).flatMap { isWanted($0) ? $0 : nil } : nil
    }
    guard isNext(.arithmetic, { sign($0) != nil }) else { return nil }
    return sign(take(as: .arithmetic))
  }

  /// A field's name.
  ///
  /// - Parameter function: what takes the field, in parentheses.
  package mutating func field(of function: Word? = nil) throws(Rejection) -> FieldName {
    let role = function.map { ArgumentRole.fieldOf($0.keyword) } ?? .field
    guard isNext(role, { $0.kind == .word }) else {
      throw Rejection(.expected("a field", found: current))
    }
    let name = FieldName(current)
    guard !name.text.isEmpty, name.isUnlisted || name.text.isFieldPath else {
      throw Rejection(.expected("a field", found: current))
    }
    take(as: role)
    return name
  }

  /// The operator between a field and a value, if one is next.
  mutating func comparison() -> Operator? {
    guard isNext(.comparison, { Operator($0) != nil }) else { return nil }
    return Operator(take(as: .comparison))
  }

  /// The tokens of a file's path: whatever stands together without a space.
  package mutating func pathParts() -> [Token] {
    guard isNext(.path, { !$0.isOperator || $0.isSymbol(.matches) }), !isAtOption else { return [] }
    var parts = [take(as: .path)]
    while !isAtEnd, current.isAttached { parts.append(take(as: .path)) }
    return parts
  }

  /// Whether `name=` is next.
  package var isAtOption: Bool {
    position + 1 < tokens.count && tokens[position].kind == .word
      && tokens[position].text.isName && tokens[position + 1].isSymbol(.equal)
  }

  /// Whether a word that begins with `-` is next, as the options of a shell's commands do.
  package var isAtDash: Bool {
    !isAtEnd && current.kind == .word && current.text.first == "-"
  }

  /// The options `name=value` up to the end, or to a word that begins with `-`.
  ///
  /// - Parameter known: those that make sense here. Others are read as well, to be refused by who
  ///   knows what they are options of.
  package mutating func options(_ known: [Parameter]) throws(Rejection) -> [(
    name: Word, value: Literal
  )] {
    var options: [(name: Word, value: Literal)] = []
    var left = known
    while !isAtDash, isNext(.option(left), { _ in true }) {
      guard isAtOption else { throw Rejection(.expected("an option `name=value`", found: current)) }
      let name = Word(take(as: .option(left)))
      take(as: .symbol(.equal))
      let option = known.first { $0.name == name.text }
      left.removeAll { $0.name == name.text }
      let parameter = option ?? .option(name.text, default: nil, "")
      options.append((name, try literal("a value", as: .parameter(parameter))))
    }
    return options
  }

  /// A variable as a command line gives it: `--since=-7d`.
  package mutating func variable() throws(Rejection) -> (name: Word, value: Literal) {
    let token = current
    let name = Word(String(token.text.dropFirst(2)), at: token.range)
    guard token.kind == .word, token.text.hasPrefix("--"), name.text.isName,
      self.token(1).isSymbol(.equal)
    else { throw Rejection(.expected("--NAME=VALUE", found: token)) }
    take(as: .newName)
    take(as: .symbol(.equal))
    return (name, try literal("a value", as: .anyValue))
  }

  /// Whether the bare word behind the cursor is `word`.
  func isNext(word: String) -> Bool {
    position + 1 < tokens.count && tokens[position + 1].isWord(word)
  }

  /// Whether the token at the cursor can have the role; at the end, that it may stand there.
  private mutating func isNext(_ role: ArgumentRole, _ condition: (Token) -> Bool) -> Bool {
    guard isAtEnd else { return condition(tokens[position]) }
    expected.append(role)
    return false
  }

  /// Takes the token at the cursor; the caller knows that there is one.
  @discardableResult
  private mutating func take(as role: ArgumentRole) -> Token {
    let token = tokens[position]
    readings.append(Reading(role: role, token: token))
    position += 1
    return token
  }
}

extension StringProtocol {
  /// Letters, digits and `_`, beginning with a letter or `_`.
  package var isName: Bool {
    guard let first = utf8.first, !(48...57).contains(first) else { return false }
    return utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 95
    }
  }

  /// Names joined by dots.
  package var isFieldPath: Bool {
    split(separator: ".", omittingEmptySubsequences: false).allSatisfy { $0.isName }
  }
}
