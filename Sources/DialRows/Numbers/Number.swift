package import DialStack

/// A decimal number as calculations work with it: up to 34 digits, and no binary rounding.
///
/// What has more digits is rounded to 34, a half to the even digit, as IEEE 754 does in decimal128.
package struct Number: Sendable, Hashable {
  /// The most digits that it has.
  package static let mostDigits = 34
  /// How many digits a quotient is worked out to where it has no end.
  package static let quotientDigits = 20
  /// The exponents beyond which there is no number, as in decimal128.
  static let exponents = -6176...6111

  package let isNegative: Bool
  /// The digits as a whole number, below 10³⁴.
  let coefficient: UInt128
  /// The power of ten that the digits are multiplied by.
  let exponent: Int

  package static let zero = Number(0)

  package init(_ number: Int) {
    self.init(isNegative: number < 0, UInt128(number.magnitude), exponent: 0)
  }

  init(isNegative: Bool, _ coefficient: UInt128, exponent: Int) {
    self.isNegative = isNegative && coefficient != 0
    self.coefficient = coefficient
    self.exponent = exponent
  }

  package var isZero: Bool { coefficient == 0 }

  /// The nearest number to digits that may be too many; `nil` where it is too large.
  ///
  /// - Parameters:
  ///   - digits: how many it may keep.
  ///   - hasMore: whether digits behind the last one were left out, not all of them 0.
  init?(
    isNegative: Bool, rounding wide: WideInteger, exponent: Int, to digits: Int = mostDigits,
    hasMore: Bool = false
  ) {
    let surplus = wide.digitCount - digits
    guard surplus > 0 else {
      self.init(isNegative: isNegative, checking: wide.low, exponent: exponent)
      return
    }
    let divisor = WideInteger.powers[surplus].low
    var (quotient, remainder) = wide.dividedBy(divisor)
    let half = divisor / 2
    let isOdd = !quotient.isMultiple(of: 2)
    if remainder > half || remainder == half && (hasMore || isOdd) { quotient += 1 }
    self.init(isNegative: isNegative, checking: quotient, exponent: exponent + surplus)
  }

  /// `nil` beyond the exponents; a number below all of them is 0.
  private init?(isNegative: Bool, checking coefficient: UInt128, exponent: Int) {
    if coefficient == 0 || exponent < Self.exponents.lowerBound {
      self = .zero
    } else if exponent <= Self.exponents.upperBound {
      self.init(isNegative: isNegative, coefficient, exponent: exponent)
    } else {
      return nil
    }
  }
}

// Spelling.
extension Number {
  /// Reads a number as JSON spells it; `nil` for anything else, and for one that is too large.
  package init?(_ spelling: Bytes) {
    let read: Number?? = spelling.withSpan { bytes in Self.read(bytes) }
    guard let number = read ?? nil else { return nil }
    self = number
  }

  private static func read(_ bytes: Span<UInt8>) -> Number?? {
    var index = 0
    let isNegative = !bytes.isEmpty && bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var coefficient: UInt64 = 0
    let start = index
    while index < bytes.count, 0x30...0x39 ~= bytes[index], index - start < 18 {
      coefficient = coefficient * 10 + UInt64(bytes[index] - 0x30)
      index += 1
    }
    guard index > start else { return .some(nil) }
    if index == bytes.count {
      return Number(isNegative: isNegative, UInt128(coefficient), exponent: 0)
    }
    var reader = NumberReader(isNegative: isNegative)
    return reader.read(bytes, from: start)
  }

  /// The number as JSON spells it, without zeros at the end of a fraction: `0.3`, `1.5e40`.
  package var spelling: Bytes {
    var digits = Array(String(coefficient).utf8)
    var exponent = exponent
    while digits.count > 1, digits.last == 0x30 {
      digits.removeLast()
      exponent += 1
    }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let point = digits.count + exponent
    switch (exponent, point) {
    case (0, ...(Self.mostDigits + 1)): text += digits
    case (1..., ...(Self.mostDigits + 1)):
      text += digits + [UInt8](repeating: 0x30, count: exponent)
    case (..<0, 1...):
      text += digits[..<point]
      text.append(UInt8(ascii: "."))
      text += digits[point...]
    case (..<0, -Self.quotientDigits...0):
      text += Array("0.".utf8) + [UInt8](repeating: 0x30, count: -point) + digits
    default:
      text.append(digits[0])
      if digits.count > 1 { text += [UInt8(ascii: ".")] + digits[1...] }
      text += Array("e\(point - 1)".utf8)
    }
    return Bytes(text)
  }
}

/// Reads the digits of a number that has a fraction, an exponent, or many digits.
private struct NumberReader {
  let isNegative: Bool
  private var coefficient: UInt128 = 0
  private var digits = 0
  private var exponent = 0
  /// The first digit that has no room, and whether one behind it is not 0.
  private var next: UInt8?
  private var hasMore = false

  init(isNegative: Bool) { self.isNegative = isNegative }

  /// - Returns: `nil` inside where the bytes spell no number that there is.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> Number?? {
    var index = start
    while index < bytes.count, 0x30...0x39 ~= bytes[index] {
      add(bytes[index], isFraction: false)
      index += 1
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      while index < bytes.count, 0x30...0x39 ~= bytes[index] {
        add(bytes[index], isFraction: true)
        index += 1
      }
      guard index > first else { return .some(nil) }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      guard let power = power(bytes, at: &index) else { return .some(nil) }
      exponent += power
    }
    guard index == bytes.count else { return .some(nil) }
    var wide = WideInteger(coefficient)
    if let next {
      // One digit more than there is room for, which is rounded away.
      wide = wide.times(10).adding(WideInteger(UInt128(next)))
      exponent -= 1
    }
    return Number(isNegative: isNegative, rounding: wide, exponent: exponent, hasMore: hasMore)
  }

  private mutating func add(_ byte: UInt8, isFraction: Bool) {
    let digit = byte - 0x30
    if digits < Number.mostDigits {
      coefficient = coefficient * 10 + UInt128(digit)
      if coefficient != 0 { digits += 1 }
      if isFraction { exponent -= 1 }
    } else {
      if next == nil { next = digit } else if digit != 0 { hasMore = true }
      if !isFraction { exponent += 1 }
    }
  }

  /// The number behind the `e`, at most a million either way.
  private func power(_ bytes: Span<UInt8>, at index: inout Int) -> Int? {
    var isMinus = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isMinus = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var power = 0
    while index < bytes.count, 0x30...0x39 ~= bytes[index] {
      power = min(power * 10 + Int(bytes[index] - 0x30), 1_000_000)
      index += 1
    }
    guard index > first else { return nil }
    return isMinus ? -power : power
  }
}
