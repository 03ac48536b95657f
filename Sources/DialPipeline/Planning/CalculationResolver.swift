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
    let expression = try arguments.calculation()
    var resolver = CalculationResolver(columns: columns, scope: scope, vocabulary: vocabulary)
    let operand = resolver.resolve(expression)
    if let rejection = Rejection(resolver.diagnostics) { throw rejection }
    switch operand.calculation {
    case .value(let accessor): return Column(name, operand.kind, accessor)
    case .constant, .call: return Column(name, operand.kind, .computed(operand.calculation))
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

    var isConstant: Bool {
      if case .constant = calculation { true } else { false }
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
    case .call(let name, let arguments, _):
      let operands = arguments.map { resolve($0) }
      guard let function = vocabulary.function(named: name.text) else {
        diagnostics.append(.unknownFunction(name, vocabulary: vocabulary))
        return .unknown
      }
      guard operands.count == function.parameters.count else {
        diagnostics.append(
          .wrongNumberOfArguments(operands.count, of: function, at: expression.range))
        return .unknown
      }
      for (index, wanted) in function.parameters.enumerated() {
        guard let wanted, let found = operands[index].kind,
          !wanted.takes(found, isConstant: operands[index].isConstant)
        else { continue }
        diagnostics.append(
          .wrongArgument(found, at: arguments[index].range, for: wanted, of: function))
      }
      return Operand(
        calculation: .call(FunctionCall(function, operands.map(\.calculation))),
        kind: function.result)
    }
  }

  private func value(_ literal: Literal) throws(Rejection) -> Operand {
    let given = try scope.value(of: literal)
    switch given.form {
    case .field:
      let isListed = columns.names.contains(given.text)
      let column = try columns.column(
        FieldName(text: given.text, isUnlisted: !isListed, range: literal.range))
      return Operand(calculation: .value(of: column.accessor), kind: column.kind)
    case .word: return constant(given.text)
    case .quoted: return Operand(calculation: .constant(.text(given.text)), kind: .text)
    case .open, .variable: return .unknown
    }
  }

  /// Without quotes the word decides: null, a number, a boolean, else text.
  private func constant(_ word: String) -> Operand {
    if word.isKeyword("null") { return .unknown }
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

extension FieldKind {
  /// Whether a value of `kind` can stand where one of this kind is wanted.
  ///
  /// - Parameter isConstant: whether it is written in the text, where nothing says what a text
  ///   is: a phone number, an id.
  fileprivate func takes(_ kind: FieldKind, isConstant: Bool) -> Bool {
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
