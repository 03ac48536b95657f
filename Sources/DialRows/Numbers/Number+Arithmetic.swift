extension Number {
  /// The sum; `nil` where it is too large.
  package func adding(_ other: Number) -> Number? {
    if isZero { return other }
    if other.isZero { return self }
    let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
    let shift = upper.exponent - lower.exponent
    let digits = WideInteger(upper.coefficient).digitCount
    // So small that no digit of the other changes.
    guard digits + shift <= 70 else { return upper }
    let left = WideInteger(upper.coefficient).times(tenTo: shift)
    let right = WideInteger(lower.coefficient)
    if upper.isNegative == lower.isNegative {
      return Number(
        isNegative: isNegative, rounding: left.adding(right), exponent: lower.exponent)
    }
    return left < right
      ? Number(
        isNegative: lower.isNegative, rounding: right.subtracting(left), exponent: lower.exponent)
      : Number(
        isNegative: upper.isNegative, rounding: left.subtracting(right), exponent: lower.exponent)
  }

  /// The number with the other sign.
  package var negated: Number {
    Number(isNegative: !isNegative, coefficient, exponent: exponent)
  }

  /// The number without its sign.
  package var magnitude: Number {
    Number(isNegative: false, coefficient, exponent: exponent)
  }

  /// The difference; `nil` where it is too large.
  package func subtracting(_ other: Number) -> Number? { adding(other.negated) }

  /// The product; `nil` where it is too large.
  package func multiplied(by other: Number) -> Number? {
    Number(
      isNegative: isNegative != other.isNegative,
      rounding: WideInteger(coefficient, times: other.coefficient),
      exponent: exponent + other.exponent)
  }

  /// The quotient, to ``quotientDigits`` digits; `nil` for a division by zero, and where it is too
  /// large.
  package func divided(by other: Number) -> Number? {
    guard !other.isZero else { return nil }
    guard !isZero else { return .zero }
    let own = WideInteger(coefficient).digitCount
    let others = WideInteger(other.coefficient).digitCount
    // A digit more than is kept, at least.
    let shift = max(0, Self.quotientDigits + 1 + others - own)
    let wide = WideInteger(coefficient).times(tenTo: shift)
    let (quotient, remainder) = wide.dividedBy(other.coefficient)
    return Number(
      isNegative: isNegative != other.isNegative, rounding: WideInteger(quotient),
      exponent: exponent - other.exponent - shift, to: Self.quotientDigits,
      hasMore: remainder != 0)
  }

  /// The nearest number with so many digits behind the point, a half away from zero.
  package func rounded(toPlaces places: Int) -> Number? {
    let surplus = -exponent - places
    guard surplus > 0 else { return self }
    guard surplus <= Self.mostDigits else { return .zero }
    let divisor = WideInteger.powers[surplus].low
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: divisor)
    let isUp = remainder >= divisor - remainder
    return Number(isNegative: isNegative, quotient + (isUp ? 1 : 0), exponent: -places)
  }

  /// How the number stands to another.
  package static func < (left: Number, right: Number) -> Bool {
    guard let difference = left.subtracting(right) else { return left.isNegative }
    return difference.isNegative
  }
}

extension WideInteger {
  /// - Precondition: the product has room.
  fileprivate func times(tenTo power: Int) -> WideInteger {
    var product = self
    var rest = power
    // A factor has 128 bits.
    while rest > 38 {
      product = product.times(Self.powers[38].low)
      rest -= 38
    }
    return product.times(Self.powers[rest].low)
  }
}
