package import DialStack

/// What is worked out of the values of a row: a column, a constant, or a function of such.
package indirect enum Calculation: Sendable, Hashable {
  case value(of: Accessor)
  case constant(Value)
  case call(FunctionCall)
}

/// A function and what it is called with.
package struct FunctionCall: Sendable, Hashable {
  package let function: any RowFunction.Type
  package let arguments: [Calculation]

  /// - Precondition: there are as many arguments as the function takes.
  package init(_ function: any RowFunction.Type, _ arguments: [Calculation]) {
    precondition(
      arguments.count == function.parameters.count, "`\(function.name)` gets what it takes")
    self.function = function
    self.arguments = arguments
  }

  package static func == (left: FunctionCall, right: FunctionCall) -> Bool {
    left.function.name == right.function.name && left.arguments == right.arguments
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(function.name)
    hasher.combine(arguments)
  }
}

/// Works out a calculation for many records.
struct CalculationReader: Sendable {
  private enum Step: Sendable {
    case read(Int)
    case constant(Value)
    case call(any RowFunction.Type, arguments: Int)
  }

  private var readers: [ColumnReader] = []
  /// The arguments of a call stand before it.
  private var steps: [Step] = []
  /// The values that are waiting for a call; empty between records, but for its memory.
  private var waiting: [Value] = []

  init(_ calculation: Calculation) {
    add(calculation)
  }

  private mutating func add(_ calculation: Calculation) {
    switch calculation {
    case .value(let accessor):
      steps.append(.read(readers.count))
      readers.append(ColumnReader(accessor))
    case .constant(let value): steps.append(.constant(value))
    case .call(let call):
      for argument in call.arguments { add(argument) }
      steps.append(.call(call.function, arguments: call.arguments.count))
    }
  }

  mutating func value(in record: Record) -> Value {
    for step in steps {
      switch step {
      case .read(let index): waiting.append(readers[index].value(in: record))
      case .constant(let value): waiting.append(value)
      case .call(let function, let count):
        let value = function.value(of: waiting.span.extracting(last: count))
        for _ in 0..<count { waiting.removeLast() }
        waiting.append(value)
      }
    }
    return waiting.popLast() ?? .null
  }
}
