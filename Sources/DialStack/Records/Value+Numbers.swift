extension Value {
  /// How two numbers stand to each other, compared exactly as decimals.
  ///
  /// `1`, `1.0` and `10e-1` are the same, as are `0` and `-0`. Digits and exponents may be
  /// as many as they like: nothing is rounded and nothing overflows.
  package static func compareNumbers(_ left: Bytes, _ right: Bytes) -> Order {
    if let left = left.shortInteger, let right = right.shortInteger { return Order(left, right) }
    return DecimalSpelling(left).order(to: DecimalSpelling(right))
  }

  /// The one spelling of all numbers that are equal to this one.
  package static func canonicalNumber(_ spelling: Bytes) -> Bytes {
    guard let number = spelling.shortInteger else { return DecimalSpelling(spelling).canonical }
    return number == 0 ? Bytes("0") : spelling
  }

  /// The bytes of `text` if it is a number as JSON spells it, else `nil`.
  package static func number(spelled text: String) -> Bytes? {
    let bytes = Bytes(text)
    guard !bytes.isEmpty else { return nil }
    let end: Int? = bytes.withSpan { span in
      var scanner = TokenScanner()
      do throws(PageFault) {
        try scanner.skipNumber(in: span.bytes)
        return scanner.position
      } catch {
        return nil
      }
    }
    return end == bytes.count ? bytes : nil
  }
}

extension Bytes {
  /// The number, if it is spelled with up to 18 digits and a minus only.
  var shortInteger: Int? {
    guard !isEmpty else { return nil }
    let isNegative = self[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    guard first < count, count - first <= 18 else { return nil }
    var number = 0
    for index in first..<count {
      guard 0x30...0x39 ~= self[index] else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return isNegative ? -number : number
  }
}

/// A number taken apart: ± 0.ddd × 10ⁿ, the first digit and the last not being 0.
private struct DecimalSpelling {
  private var isNegative = false
  /// The digits without zeros at either end; none for zero.
  private var digits: [UInt8] = []
  /// Where the point stands, counted in digits from the first one.
  private var point = 0
  private var exponent = LongInteger()

  init(_ spelling: Bytes) {
    var index = 0
    if !spelling.isEmpty, spelling[0] == UInt8(ascii: "-") {
      isNegative = true
      index = 1
    }
    var isFraction = false
    while index < spelling.count, spelling[index] | 0x20 != UInt8(ascii: "e") {
      let byte = spelling[index]
      index += 1
      if byte == UInt8(ascii: ".") { isFraction = true } else { add(byte, isFraction: isFraction) }
    }
    if index < spelling.count {
      exponent = LongInteger(spelling.slice(index + 1, spelling.count))
    }
    while digits.last == 0x30 { digits.removeLast() }
    exponent.add(point)
  }

  private mutating func add(_ digit: UInt8, isFraction: Bool) {
    if digits.isEmpty && digit == 0x30 {
      if isFraction { point -= 1 }
    } else {
      digits.append(digit)
      if !isFraction { point += 1 }
    }
  }

  func order(to other: DecimalSpelling) -> Order {
    let order = Order(sign, other.sign)
    guard order == .same, sign != 0 else { return order }
    let size = orderOfSize(to: other)
    return isNegative ? size.reversed : size
  }

  /// Appends bytes whose order is that of the numbers, none of which begins another.
  func appendSortable(to bytes: inout [UInt8]) {
    guard sign != 0 else { return bytes.append(1) }
    bytes.append(isNegative ? 0 : 2)
    let start = bytes.count
    exponent.appendSortable(to: &bytes)
    bytes += digits
    bytes.append(0)
    if isNegative { bytes.invert(from: start) }
  }

  /// A whole number of up to 18 digits as such, else as 0.ddd × 10ⁿ.
  var canonical: Bytes {
    guard sign != 0 else { return Bytes("0") }
    var bytes = isNegative ? [UInt8(ascii: "-")] : []
    if let places = exponent.short, places >= digits.count, places <= 18 {
      bytes += digits + [UInt8](repeating: 0x30, count: places - digits.count)
    } else {
      bytes += Array("0.".utf8) + digits + Array("e".utf8)
      exponent.appendSpelling(to: &bytes)
    }
    return Bytes(bytes)
  }

  private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  private func orderOfSize(to other: DecimalSpelling) -> Order {
    let order = exponent.order(to: other.exponent)
    return order == .same ? Order(Bytes(digits), Bytes(other.digits)) : order
  }
}

/// An integer of any length, for exponents.
private struct LongInteger {
  private var isNegative = false
  /// The digits 0 to 9 from the lowest on, without zeros at the high end.
  private var digits: [Int8] = []

  init() {}

  /// Reads `-12`, `+12` or `12`.
  init(_ spelling: Bytes) {
    guard !spelling.isEmpty else { return }
    isNegative = spelling[0] == UInt8(ascii: "-")
    let first = isNegative || spelling[0] == UInt8(ascii: "+") ? 1 : 0
    for index in (first..<spelling.count).reversed() {
      digits.append(Int8(spelling[index] & 0x0f))
    }
    trim()
  }

  /// The number, if it is not negative and has no more than two digits.
  var short: Int? {
    guard !isNegative, digits.count <= 2 else { return nil }
    return digits.reversed().reduce(0) { $0 * 10 + Int($1) }
  }

  func appendSpelling(to bytes: inout [UInt8]) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if digits.isEmpty { bytes.append(0x30) }
    for digit in digits.reversed() { bytes.append(0x30 + UInt8(digit)) }
  }

  mutating func add(_ number: Int) {
    var sum = digits.map { isNegative ? -Int($0) : Int($0) }
    var rest = number
    var index = 0
    while rest != 0 {
      if index == sum.count { sum.append(0) }
      rest += sum[index]
      sum[index] = rest % 10
      rest /= 10
      index += 1
    }
    isNegative = (sum.last { $0 != 0 } ?? 0) < 0
    setDigits(signed: sum)
  }

  /// Takes digits from -9 to 9 of mixed sign; the highest has the sign of the whole.
  private mutating func setDigits(signed sum: [Int]) {
    var borrow = 0
    digits = sum.map { digit in
      let left = (isNegative ? -digit : digit) - borrow
      borrow = left < 0 ? 1 : 0
      return Int8(left < 0 ? left + 10 : left)
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { isNegative = false }
  }

  func order(to other: LongInteger) -> Order {
    guard isNegative == other.isNegative else { return isNegative ? .ascending : .descending }
    let size =
      digits.count == other.digits.count
      ? Order(Bytes(unsigned), Bytes(other.unsigned)) : Order(digits.count, other.digits.count)
    return isNegative ? size.reversed : size
  }

  /// Appends bytes whose order is that of the integers, none of which begins another.
  func appendSortable(to bytes: inout [UInt8]) {
    bytes.append(isNegative ? 0 : 1)
    let start = bytes.count
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: digits.count >> shift))
    }
    bytes += unsigned
    if isNegative { bytes.invert(from: start) }
  }

  /// The digits from the highest on.
  private var unsigned: [UInt8] { digits.reversed().map { UInt8($0) } }
}

extension Array where Element == UInt8 {
  /// Appends bytes whose order is that of numbers as ``Value/compareNumbers(_:_:)`` has it, and the
  /// same for numbers that are equal; none of them begins another.
  package mutating func appendSortable(number: Bytes) {
    DecimalSpelling(number).appendSortable(to: &self)
  }

  /// Turns the order of the bytes from `start` on round.
  package mutating func invert(from start: Int) {
    for place in start..<count { self[place] = ~self[place] }
  }
}
