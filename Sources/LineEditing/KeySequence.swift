/// What the bytes behind an Escape are, by the rules of ECMA-48 and the habits of terminals.
enum KeySequence: Equatable {
  /// A whole sequence, of so many bytes.
  case whole(Int)
  /// What may become a sequence.
  case begun
  /// Escape, and something that stands for itself.
  case other

  /// Terminals send no key of more bytes: whatever is longer is cut here.
  private static let longest = 32
  private static let escape: UInt8 = 0x1B

  /// Looks at bytes that begin with Escape.
  ///
  /// A sequence is `ESC [ … final` or `ESC O … final`; the console of Linux sends `ESC [ [ A` for
  /// F1, rxvt ends some in `$`, and a second Escape before one stands for Alt.
  static func beginning(of bytes: ArraySlice<UInt8>) -> KeySequence {
    var index = bytes.startIndex + 1
    if index < bytes.endIndex, bytes[index] == escape { index += 1 }
    guard index < bytes.endIndex else { return .begun }
    guard bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "O") else {
      return .other
    }
    index += 1
    if bytes[index...].first == UInt8(ascii: "["), bytes[index - 1] == UInt8(ascii: "[") {
      index += 1
    }
    while index < bytes.endIndex {
      let length = index - bytes.startIndex
      switch bytes[index] {
      case 0x20..<0x40 where length < longest && bytes[index] != UInt8(ascii: "$"): index += 1
      case 0x20..<0x7F: return .whole(length + 1)
      // A control character, or a byte of another character, ends what was no key.
      default: return .whole(length)
      }
    }
    return .begun
  }
}
