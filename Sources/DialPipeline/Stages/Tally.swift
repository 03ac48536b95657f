import DialRows
import DialStack

/// What a figure of one group has come to so far.
struct Tally {
  private let function: FigureFunction
  /// Whether it is of the rows, and of no field.
  private let isOfRows: Bool
  /// The kind of its values.
  private let kind: FieldKind?
  private var count = 0
  private var sum = Number.zero
  /// Whether a sum was too large.
  private var hasOverflowed = false
  private var extreme: Value?
  private var distinct: Set<[UInt8]> = []
  private var numbers: [Number] = []
  private var classes: NumberClasses?
  /// How many values it could not take.
  private(set) var oddValues = 0

  init(of figure: Figure) {
    function = figure.function
    isOfRows = figure.column == nil
    kind = figure.column?.kind
  }

  /// Takes a value that is not null; about how many bytes it keeps of it.
  mutating func add(_ value: Value) -> Int {
    switch function {
    case .share: return 0
    case .count:
      count += 1
      return 0
    case .distinct:
      var key: [UInt8] = []
      key.appendJSON(value.canonical(as: kind))
      let size = key.count
      return distinct.insert(key).inserted ? size + 64 : 0
    case .min, .max:
      takeExtreme(value)
      return 0
    case .sum, .avg, .median, .p95:
      guard case .number(let spelling) = value, let number = Number(spelling) else {
        oddValues += 1
        return 0
      }
      return take(number)
    }
  }

  private mutating func take(_ number: Number) -> Int {
    count += 1
    guard function.keepsNumbers else {
      if let larger = sum.adding(number) { sum = larger } else { hasOverflowed = true }
      return 0
    }
    if classes != nil {
      classes?.add(number)
      return 0
    }
    numbers.append(number)
    return MemoryLayout<Number>.stride
  }

  private mutating func takeExtreme(_ value: Value) {
    let isOfTimes = kind == .time
    guard isOfTimes ? value.timestamp != nil : value.isNumber else {
      oddValues += 1
      return
    }
    guard let extreme else { return self.extreme = value.detached }
    let order = value.order(to: extreme, as: isOfTimes ? .time : .decimal)
    if order == (function == .min ? .ascending : .descending) { self.extreme = value.detached }
  }

  /// Keeps of its numbers how many are of each class; how many bytes that frees.
  mutating func condense() -> Int {
    guard classes == nil else { return 0 }
    var classes = NumberClasses()
    for number in numbers { classes.add(number) }
    let freed = numbers.count * MemoryLayout<Number>.stride
    (self.classes, numbers) = (classes, [])
    return freed
  }

  var isApproximate: Bool { classes != nil }

  /// The figure.
  func result(rows: Int, ofAll all: Int) -> Value {
    switch function {
    case .count: .integer(isOfRows ? rows : count)
    case .distinct: .integer(distinct.count)
    case .share: share(rows, of: all)
    case .sum: count == 0 || hasOverflowed ? .null : .number(sum.spelling)
    case .avg: average
    case .min, .max: extreme ?? .null
    case .median: quantile(50)
    case .p95: quantile(95)
    }
  }

  private var average: Value {
    guard !hasOverflowed, let average = sum.divided(by: Number(count)) else { return .null }
    return .number(average.spelling)
  }

  private func share(_ rows: Int, of all: Int) -> Value {
    guard let share = Number(rows * 100).divided(by: Number(all))?.rounded(toPlaces: 2) else {
      return .null
    }
    return .number(share.spelling)
  }

  /// The number below which so many percent are; between two it is the middle of them for the median,
  /// and the upper one else.
  private func quantile(_ percent: Int) -> Value {
    if let classes { return classes.quantile(percent).map { .number($0.spelling) } ?? .null }
    guard !numbers.isEmpty else { return .null }
    let sorted = numbers.sorted(by: <)
    if percent == 50, sorted.count.isMultiple(of: 2) {
      let (low, high) = (sorted[sorted.count / 2 - 1], sorted[sorted.count / 2])
      let middle = low.adding(high)?.divided(by: Number(2))
      return middle.map { .number($0.spelling) } ?? .null
    }
    // The nearest rank, counted from 1.
    let rank = (sorted.count * percent + 99) / 100
    return .number(sorted[max(rank, 1) - 1].spelling)
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
