#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import DialRows
import DialStack

/// How many numbers there are of about each size: classes whose bounds are 2 % apart, so that the
/// middle of one is within 1 % of all in it.
struct NumberClasses {
  private static let step = 1.02

  /// How many are in a class, by its number; negative numbers have classes of their own.
  private var counts: [Key: Int] = [:]
  private var count = 0

  private struct Key: Hashable, Comparable {
    /// -1, 0 or 1.
    let sign: Int
    let magnitude: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.sign, left.sign * left.magnitude) < (right.sign, right.sign * right.magnitude)
    }
  }

  mutating func add(_ number: Number) {
    count += 1
    // A number may be larger than any that a double holds.
    let size = min(
      Double(number.magnitude.spelling.string) ?? .greatestFiniteMagnitude,
      .greatestFiniteMagnitude)
    let key =
      number.isZero || size == 0
      ? Key(sign: 0, magnitude: 0)
      : Key(
        sign: number.isNegative ? -1 : 1,
        magnitude: Int((log(size) / log(Self.step)).rounded(.down)))
    counts[key, default: 0] += 1
  }

  /// The middle of the class that holds the number below which so many percent are.
  func quantile(_ percent: Int) -> Number? {
    var rest = (count * percent + 99) / 100
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      rest -= count
      guard rest <= 0 else { continue }
      guard key.sign != 0 else { return .zero }
      let middle = pow(Self.step, Double(key.magnitude) + 0.5) * Double(key.sign)
      return Number(Bytes("\(middle)".replacing("e+", with: "e")))
    }
    return nil
  }
}
