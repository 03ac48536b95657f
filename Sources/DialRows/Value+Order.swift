package import DialStack

extension Value {
  /// What is the same for all values of a column of `kind` that are equal: a number as it is spelled
  /// shortest, a time as its moment.
  package func canonical(as kind: FieldKind?) -> Value {
    switch self {
    case .number(let spelling): return .number(Value.canonicalNumber(spelling))
    case .text(let text) where kind == .time:
      guard let time = Timestamp(text) else { return self }
      return .text(Bytes("\(time.seconds) \(time.nanoseconds)"))
    case .null, .boolean, .text, .object, .list: return self
    }
  }

  /// The order of two values of a column of `kind`: numbers by size, times by moment, false
  /// before true, all else by its bytes.
  package func order(to other: Value, as kind: FieldKind?) -> Order {
    switch (self, other) {
    case (.number(let left), .number(let right)): return Value.compareNumbers(left, right)
    case (.boolean(let left), .boolean(let right)): return Order(left ? 1 : 0, right ? 1 : 0)
    case (.text(let left), .text(let right)):
      if kind == .time, let left = Timestamp(left), let right = Timestamp(right) {
        return Order(left, right)
      }
      return Order(left, right)
    default: return Order(bytes ?? Bytes(""), other.bytes ?? Bytes(""))
    }
  }
}
