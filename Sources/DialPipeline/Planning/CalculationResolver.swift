package import DialLanguage
package import DialRows
import DialStack

extension StageContext {
  /// Reads a calculation; it becomes a column called `name`.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func calculatedColumn(_ name: String, _ arguments: inout ArgumentReader)
    throws(Rejection) -> Column
  {
    try calculatedColumn(name, try arguments.calculation(), over: columns)
  }

  /// The column called `name` that a calculation makes of others.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func calculatedColumn(
    _ name: String, _ expression: Expression, over columns: Columns
  ) throws(Rejection) -> Column {
    var resolver = CalculationResolver(columns: columns, scope: scope, vocabulary: vocabulary)
    let operand = resolver.resolve(expression)
    if let rejection = Rejection(resolver.diagnostics) { throw rejection }
    switch operand.calculation {
    case .value(let accessor):
      return Column(name, operand.kind, choices: operand.choices, accessor)
    case .constant, .operation:
      return Column(name, operand.kind, .computed(operand.calculation))
    case .call(let call):
      return Column(
        name, operand.kind, choices: operand.choices, .computed(operand.calculation)
      ).ranked(by: call.function.choices)
    }
  }

  /// A field, or what a function makes of one, under its own name.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func column(_ part: FieldOrFunction) throws(Rejection) -> Column {
    switch part {
    case .field(let field): return try columns.column(field)
    case .function(let function, let field, let end):
      _ = try columns.column(field)
      let argument = Literal(.field, field.text, at: field.range)
      return try calculatedColumn(
        part.name, .call(function, [.literal(argument)], through: end), over: columns)
    }
  }
}

/// Gives a calculation its meaning over the columns at one point of a pipeline, and
/// collects everything that is wrong with it.
private struct CalculationResolver {
  struct Operand {
    let calculation: Calculation
    /// `nil` for what may be of any kind.
    let kind: FieldKind?
    /// The known values of a choice.
    var choices: [String] = []

    var isConstant: Bool {
      if case .constant = calculation { true } else { false }
    }

    /// Whether it is a text that is no time.
    var isNoTime: Bool {
      if case .constant(.text(let text)) = calculation { Timestamp(text) == nil } else { false }
    }

    /// What stands for something that was refused, or is given later.
    static let unknown = Operand(calculation: .constant(.null), kind: nil)
  }

  let columns: Columns
  let scope: Scope
  let vocabulary: Vocabulary
  private(set) var diagnostics: [Diagnostic] = []

  init(columns: Columns, scope: Scope, vocabulary: Vocabulary) {
    self.columns = columns
    self.scope = scope
    self.vocabulary = vocabulary
  }

  /// The meaning of `expression`; what is wrong with it is in `diagnostics`.
  mutating func resolve(_ expression: Expression) -> Operand {
    switch expression {
    case .literal(let literal):
      do throws(Rejection) {
        return try value(literal)
      } catch {
        diagnostics += error.diagnostics
        return .unknown
      }
    case .operation(let sign, let left, let right):
      return operate(sign, left, right)
    case .call(let name, let arguments, _):
      return call(name, arguments, at: expression.range)
    }
  }

  private mutating func operate(
    _ sign: ArithmeticOperator, _ left: Expression, _ right: Expression
  ) -> Operand {
    let operands = (resolve(left), resolve(right))
    guard let (operation, kind) = sign.meaning(operands.0.kind, operands.1.kind) else {
      diagnostics.append(
        .cannotCalculate(
          sign, operands.0.kind, operands.1.kind, at: left.range.through(right.range)))
      return .unknown
    }
    return Operand(
      calculation: .operation(operation, operands.0.calculation, operands.1.calculation),
      kind: kind)
  }

  private mutating func call(_ name: Word, _ arguments: [Expression], at range: SourceRange)
    -> Operand
  {
    let operands = arguments.map { resolve($0) }
    guard let function = vocabulary.function(named: name.text) else {
      diagnostics.append(.unknownFunction(name, vocabulary: vocabulary))
      return .unknown
    }
    guard function.arity.contains(operands.count) else {
      diagnostics.append(.wrongNumberOfArguments(operands.count, of: function, at: range))
      return .unknown
    }
    for (index, operand) in operands.enumerated() {
      let parameters = function.parameters
      guard let wanted = parameters[min(index, parameters.count - 1)], let found = operand.kind,
        !wanted.takes(found, isConstant: operand.isConstant) || wanted == .time && operand.isNoTime
      else { continue }
      diagnostics.append(
        .wrongArgument(found, at: arguments[index].range, for: wanted, of: function))
    }
    return Operand(
      calculation: .call(FunctionCall(function, operands.map(\.calculation))),
      kind: function.result(for: operands.map(\.kind)), choices: function.choices)
  }

  private func value(_ literal: Literal) throws(Rejection) -> Operand {
    let given = try scope.value(of: literal)
    switch given.form {
    case .field:
      let isListed = columns.names.contains(given.text)
      let column = try columns.column(
        FieldName(text: given.text, isUnlisted: !isListed, range: literal.range))
      return Operand(
        calculation: .value(of: column.accessor), kind: column.kind, choices: column.choices)
    case .word:
      if literal.form == .word { try refuseUnmeantText(literal) }
      return constant(given.text)
    case .quoted: return Operand(calculation: .constant(.text(given.text)), kind: .text)
    case .open, .variable: return .unknown
    }
  }

  /// Refuses a word without quotes that is hardly meant as a text.
  private func refuseUnmeantText(_ word: Literal) throws(Rejection) {
    if columns.names.contains(word.text) { throw Rejection(.fieldAsText(word)) }
    if let spaced = word.text.spacedCalculation { throw Rejection(.unspaced(word, as: spaced)) }
    if word.text.isPeriod { throw Rejection(.periodAsText(word)) }
    if let number = word.text.wholeNumber { throw Rejection(.cutNumber(word, whole: number)) }
  }

  /// Without quotes the word decides: null, now, a number, a boolean, else text.
  private func constant(_ word: String) -> Operand {
    if word.isKeyword("null") { return .unknown }
    if word.isKeyword("now") {
      let now = scope.now.map { Value.text($0.text) } ?? .null
      return Operand(calculation: .constant(now), kind: .time)
    }
    if let number = Value.number(spelled: word) {
      let isWhole = Int(word) != nil
      return Operand(calculation: .constant(.number(number)), kind: isWhole ? .integer : .decimal)
    }
    if let flag = Bool(word.lowercased()) {
      return Operand(calculation: .constant(.boolean(flag)), kind: .boolean)
    }
    return Operand(calculation: .constant(.text(word)), kind: .text)
  }
}

extension String {
  /// Whether it is a time that only conditions know: `today`, `-7d`.
  fileprivate var isPeriod: Bool {
    guard let first, !first.isNumber, !isKeyword("now") else { return false }
    return TimeLiteral(self) != nil && Timestamp(Bytes(self)) == nil
  }

  /// A number that begins or ends with its point, with the digit that is missing: `0.5` for `.5`; `nil` for
  /// any other word.
  fileprivate var wholeNumber: String? {
    let whole = (first == "." ? "0" : "") + self + (last == "." ? "0" : "")
    return whole != self && Value.number(spelled: whole) != nil ? whole : nil
  }

  /// A calculation that was written as one word, with spaces about its signs: `.a-.b`, `2+2`; `nil` for
  /// any other word.
  fileprivate var spacedCalculation: String? {
    let characters = Array(self)
    func isField(at place: Int) -> Bool {
      place + 1 < characters.count && characters[place] == "." && characters[place + 1].isLetter
    }
    let signs = characters.indices.filter { "+-*/".contains(characters[$0]) }
    let isOfNumbers =
      characters.allSatisfy { $0.isASCII && $0.isNumber || "+*/.".contains($0) }
      && characters.first?.isNumber == true && characters.last?.isNumber == true
    guard let first = signs.first, first > 0 || characters[0] == "-",
      isField(at: 0) || isOfNumbers || signs.contains(where: { isField(at: $0 + 1) })
    else { return nil }
    var spaced = characters.indices.map { place in
      signs.contains(place) && place > 0 ? " \(characters[place]) " : String(characters[place])
    }
    if first == 0 {
      // A sign in front binds closer than a product.
      spaced[0] = "(0 - "
      spaced.insert(")", at: signs.dropFirst().first ?? spaced.count)
    }
    return spaced.joined()
  }
}

extension ArithmeticOperator {
  /// What the sign does between values of these kinds, and the kind of the result; `nil` where it does
  /// nothing. What is of any kind is taken for a number.
  fileprivate func meaning(_ left: FieldKind?, _ right: FieldKind?) -> (Arithmetic, FieldKind?)? {
    switch (self, left, right) {
    case (.subtract, .time, .time): (.secondsBetween, .seconds)
    case (.add, .time, let right) where right.mayBeNumber: (.later, .time)
    case (.subtract, .time, let right) where right.mayBeNumber: (.earlier, .time)
    case (_, let left, let right) where left.mayBeNumber && right.mayBeNumber:
      (arithmetic, result(left, right))
    default: nil
    }
  }

  private var arithmetic: Arithmetic {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    }
  }

  private func result(_ left: FieldKind?, _ right: FieldKind?) -> FieldKind? {
    let hasSeconds = [left == .seconds, right == .seconds]
    switch self {
    case .add, .subtract, .multiply:
      if hasSeconds.contains(true) {
        return self == .multiply && hasSeconds[0] == hasSeconds[1] ? .decimal : .seconds
      }
      return left == .integer && right == .integer ? .integer : .decimal
    case .divide: return hasSeconds == [true, false] ? .seconds : .decimal
    }
  }
}

extension FieldKind? {
  /// Whether its values may be numbers.
  fileprivate var mayBeNumber: Bool { self?.isNumber ?? true }
}

extension FieldKind {
  /// Whether a value of `kind` can stand where one of this kind is wanted.
  ///
  /// - Parameter isConstant: whether it is written in the text, where nothing says what a text
  ///   is: a phone number, an id.
  func takes(_ kind: FieldKind, isConstant: Bool) -> Bool {
    switch self {
    case .text: kind.isText
    case .decimal: kind.isNumber
    case .integer, .seconds: kind.isWhole
    case .id, .phone, .choice, .time: kind == self || isConstant && kind.isText
    case .boolean, .object, .list: kind == self
    }
  }

  /// Whether JSON has a text for it.
  private var isText: Bool {
    switch self {
    case .text, .id, .phone, .choice, .time: true
    case .boolean, .integer, .seconds, .decimal, .object, .list: false
    }
  }
}
