package import DialStack

/// What two values are joined by in a calculation.
package enum Arithmetic: Sendable, Hashable {
  case add, subtract, multiply, divide
  /// The seconds from the right time to the left one.
  case secondsBetween
  /// So many seconds after a time.
  case later
  /// So many seconds before a time.
  case earlier

  /// The result for two values; null, and a fault, where there is none, and null where one is null.
  func value(of left: Value, _ right: Value, _ faults: inout CalculationFaults) -> Value {
    guard left != .null, right != .null else { return .null }
    let result: Value? =
      switch self {
      case .add: number(left, right, &faults) { $0.adding($1) }
      case .subtract: number(left, right, &faults) { $0.subtracting($1) }
      case .multiply: number(left, right, &faults) { $0.multiplied(by: $1) }
      case .divide: quotient(left, right, &faults)
      case .secondsBetween: seconds(left, right)
      case .later: moved(left, by: right, 1)
      case .earlier: moved(left, by: right, -1)
      }
    guard let result else {
      faults.wrongKinds += 1
      return .null
    }
    return result
  }

  /// - Returns: `nil` for values that are no numbers; null for a number that is too large.
  private func number(
    _ left: Value, _ right: Value, _ faults: inout CalculationFaults,
    _ body: (Number, Number) -> Number?
  ) -> Value? {
    guard case .number(let left) = left, case .number(let right) = right else { return nil }
    guard let left = Number(left), let right = Number(right), let result = body(left, right) else {
      faults.overflows += 1
      return .null
    }
    return .number(result.spelling)
  }

  private func quotient(_ left: Value, _ right: Value, _ faults: inout CalculationFaults) -> Value?
  {
    if case .number(let spelling) = right, Number(spelling)?.isZero == true,
      case .number = left
    {
      faults.divisionsByZero += 1
      return .null
    }
    return number(left, right, &faults) { $0.divided(by: $1) }
  }

  private func seconds(_ left: Value, _ right: Value) -> Value? {
    guard let left = left.timestamp, let right = right.timestamp else { return nil }
    return .number(left.seconds(since: right).spelling)
  }

  private func moved(_ time: Value, by seconds: Value, _ sign: Int) -> Value? {
    guard let time = time.timestamp, case .number(let spelling) = seconds,
      let count = Number(spelling)?.wholeNanoseconds
    else { return nil }
    return .text(time.advanced(byNanoseconds: sign * count).text)
  }
}

/// How many values could not be worked out, by the reason.
package struct CalculationFaults: Sendable, Hashable {
  package var divisionsByZero = 0
  /// Numbers that are too large.
  package var overflows = 0
  /// Values that can't be calculated with: a text that should be a number.
  package var wrongKinds = 0

  package init() {}

  package var isEmpty: Bool { self == CalculationFaults() }

  package mutating func add(_ other: CalculationFaults) {
    divisionsByZero += other.divisionsByZero
    overflows += other.overflows
    wrongKinds += other.wrongKinds
  }
}

extension Value {
  /// The moment that a text spells; `nil` for anything else.
  package var timestamp: Timestamp? {
    if case .text(let text) = self { Timestamp(text) } else { nil }
  }
}

extension Timestamp {
  /// The seconds from `other` to this moment, with their fraction.
  fileprivate func seconds(since other: Timestamp) -> Number {
    let fraction = nanoseconds - other.nanoseconds
    let whole = Number(seconds - other.seconds)
    guard fraction != 0 else { return whole }
    let part = Number(isNegative: fraction < 0, UInt128(fraction.magnitude), exponent: -9)
    return whole.adding(part) ?? whole
  }

  /// The moment so many nanoseconds later.
  fileprivate func advanced(byNanoseconds count: Int) -> Timestamp {
    let sum = nanoseconds + count % 1_000_000_000
    let carry = sum < 0 ? -1 : sum >= 1_000_000_000 ? 1 : 0
    return Timestamp(
      seconds: seconds + count / 1_000_000_000 + carry,
      nanoseconds: sum - carry * 1_000_000_000)
  }
}

extension Number {
  /// A number of seconds in nanoseconds; `nil` for more than the span of the years 1 to 9999.
  fileprivate var wholeNanoseconds: Int? {
    guard let rounded = rounded(toPlaces: 9),
      let wide = rounded.multiplied(by: Number(1_000_000_000)),
      let count = Int(wide.rounded(toPlaces: 0)?.spelling.string ?? ""),
      count.magnitude < 8_000_000_000_000_000_000
    else { return nil }
    return count
  }
}
