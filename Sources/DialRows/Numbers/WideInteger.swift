/// A whole number of 256 bits: what two numbers of 34 digits come to before they are rounded.
struct WideInteger: Sendable, Hashable {
  let high: UInt128
  let low: UInt128

  /// The powers of ten that it can hold, from 10⁰ to 10⁷⁶.
  static let powers: [WideInteger] = (0..<76).reduce(into: [WideInteger(1)]) { powers, _ in
    powers.append(powers[powers.count - 1].times(10))
  }

  init(_ low: UInt128) { self.init(high: 0, low: low) }

  private init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  /// The product of two numbers, whole.
  init(_ left: UInt128, times right: UInt128) {
    let product = left.multipliedFullWidth(by: right)
    self.init(high: product.high, low: product.low)
  }

  /// - Precondition: the product has room.
  func times(_ factor: UInt128) -> WideInteger {
    let product = low.multipliedFullWidth(by: factor)
    return WideInteger(high: high * factor + product.high, low: product.low)
  }

  /// - Precondition: the sum has room.
  func adding(_ other: WideInteger) -> WideInteger {
    let (sum, carries) = low.addingReportingOverflow(other.low)
    return WideInteger(high: high + other.high + (carries ? 1 : 0), low: sum)
  }

  /// - Precondition: `other` is not larger.
  func subtracting(_ other: WideInteger) -> WideInteger {
    let (difference, borrows) = low.subtractingReportingOverflow(other.low)
    return WideInteger(high: high - other.high - (borrows ? 1 : 0), low: difference)
  }

  /// - Precondition: the quotient has no more than 128 bits.
  func dividedBy(_ divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
    high == 0
      ? low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth((high, low))
  }

  /// How many digits it has; 1 for 0.
  var digitCount: Int {
    // 2¹⁰ is somewhat more than 10³.
    let bits = high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
    var count = max(1, bits * 1233 >> 12)
    while count < Self.powers.count, !(self < Self.powers[count]) { count += 1 }
    return count
  }
}

extension WideInteger: Comparable {
  static func < (left: WideInteger, right: WideInteger) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
