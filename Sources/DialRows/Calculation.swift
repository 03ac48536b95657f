package import DialStack

/// What is worked out of the values of a row: a column, a constant, a sum, or a function of such.
package indirect enum Calculation: Sendable, Hashable {
  case value(of: Accessor)
  case constant(Value)
  case operation(Arithmetic, Calculation, Calculation)
  case call(FunctionCall)

  /// The values of a row that it takes.
  var values: [Accessor] {
    switch self {
    case .value(let accessor): [accessor]
    case .constant: []
    case .operation(_, let left, let right): left.values + right.values
    case .call(let call): call.arguments.flatMap(\.values)
    }
  }

  /// Whether a function in it looks at days or hours.
  package var countsDays: Bool {
    switch self {
    case .value(let accessor): accessor.countsDays
    case .constant: false
    case .operation(_, let left, let right): left.countsDays || right.countsDays
    case .call(let call): call.function.countsDays || call.arguments.contains(where: \.countsDays)
    }
  }

  /// The same with days and months in `zone`.
  package func settled(in zone: DayZone) -> Calculation {
    switch self {
    case .value(let accessor): .value(of: accessor.settled(in: zone))
    case .constant: self
    case .operation(let operation, let left, let right):
      .operation(operation, left.settled(in: zone), right.settled(in: zone))
    case .call(let call): .call(call.settled(in: zone))
    }
  }
}

/// A function and what it is called with.
package struct FunctionCall: Sendable, Hashable {
  package let function: any RowFunction.Type
  package let arguments: [Calculation]
  /// The zone that its days are in.
  package private(set) var zone = DayZone.one(.utc)

  /// - Precondition: there are as many arguments as the function takes.
  package init(_ function: any RowFunction.Type, _ arguments: [Calculation]) {
    precondition(function.arity.contains(arguments.count), "`\(function.name)` gets what it takes")
    self.function = function
    self.arguments = arguments
  }

  func settled(in zone: DayZone) -> FunctionCall {
    var call = FunctionCall(function, arguments.map { $0.settled(in: zone) })
    call.zone = zone
    return call
  }

  package static func == (left: FunctionCall, right: FunctionCall) -> Bool {
    left.function.name == right.function.name && left.arguments == right.arguments
      && left.zone == right.zone
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(function.name)
    hasher.combine(arguments)
  }
}

/// Works out a calculation for many records.
package struct CalculationReader: Sendable {
  private enum Step: Sendable {
    case read(Int)
    case constant(Value)
    case operate(Arithmetic)
    case call(any RowFunction.Type, arguments: Int, DayZone)
  }

  private var readers: [ColumnReader] = []
  /// The arguments of a call stand before it.
  private var steps: [Step] = []
  /// The values that are waiting for a call; empty between records, but for its memory.
  private var waiting: [Value] = []
  private var zones = DayZoneReader()
  /// What could not be worked out so far.
  package private(set) var faults = CalculationFaults()

  package init(_ calculation: Calculation) {
    add(calculation)
  }

  private mutating func add(_ calculation: Calculation) {
    switch calculation {
    case .value(let accessor):
      steps.append(.read(readers.count))
      readers.append(ColumnReader(accessor))
    case .constant(let value): steps.append(.constant(value))
    case .operation(let operation, let left, let right):
      add(left)
      add(right)
      steps.append(.operate(operation))
    case .call(let call):
      for argument in call.arguments { add(argument) }
      steps.append(.call(call.function, arguments: call.arguments.count, call.zone))
    }
  }

  package mutating func value(in record: Record) -> Value {
    for step in steps {
      switch step {
      case .read(let index): waiting.append(readers[index].value(in: record))
      case .constant(let value): waiting.append(value)
      case .operate(let operation):
        let right = waiting.removeLast()
        let left = waiting.removeLast()
        waiting.append(operation.value(of: left, right, &faults))
      case .call(let function, let count, let zone):
        let zone = zones.zone(of: record, by: zone)
        let value = function.value(of: waiting.span.extracting(last: count), in: zone)
        for _ in 0..<count { waiting.removeLast() }
        waiting.append(value)
      }
    }
    return waiting.popLast() ?? .null
  }
}
