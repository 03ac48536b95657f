/// What the bytes behind an Escape are, by the rules of ECMA-48 and the habits of terminals.
enum KeySequence: Equatable {
  /// A whole sequence, of so many bytes.
  case whole(Int)
  /// What may become a sequence.
  case begun
  /// What may become a control string, or is Alt with a letter and text behind it.
  case replyBegun
  /// Escape, and something that stands for itself.
  case other

  /// Terminals send no key of more bytes: whatever is longer is cut here.
  private static let longest = 32
  /// A terminal's own reply may be longer, a title for one.
  private static let longestReply = 4096
  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07

  /// Looks at bytes that begin with Escape.
  ///
  /// A sequence is `ESC [ … final` or `ESC O … final`; the console of Linux sends `ESC [ [ A` for
  /// F1, rxvt ends some in `$`, and a second Escape before one stands for Alt. What a terminal
  /// says by itself is a string, `ESC ] … BEL` or `ESC P … ESC \`, or a place of its mouse,
  /// `ESC [ M` and three bytes.
  static func beginning(of bytes: ArraySlice<UInt8>) -> KeySequence {
    var index = bytes.startIndex + 1
    if index < bytes.endIndex, bytes[index] == escape { index += 1 }
    guard index < bytes.endIndex else { return .begun }
    guard bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "O") else {
      return reply(in: bytes, from: index)
    }
    index += 1
    if bytes[(index - 1)...].starts(with: "[M".utf8) {
      return bytes.endIndex - index < 4 ? .begun : .whole(index + 4 - bytes.startIndex)
    }
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

  /// Looks for the end of a control string, whose kind stands at `start` (ECMA-48, 5.6).
  ///
  /// Alt with one of these letters begins as such a string does, and has no end.
  private static func reply(in bytes: ArraySlice<UInt8>, from start: Int) -> KeySequence {
    guard "]P_^X".utf8.contains(bytes[start]) else { return .other }
    for index in bytes[start...].indices.prefix(longestReply) {
      let length = index + 1 - bytes.startIndex
      switch bytes[index] {
      case bell: return .whole(length)
      case escape:
        guard index + 1 < bytes.endIndex else { return .replyBegun }
        return bytes[index + 1] == UInt8(ascii: "\\") ? .whole(length + 1) : .other
      case 0..<0x20: return .other
      default: continue
      }
    }
    return bytes.count < longestReply ? .replyBegun : .other
  }
}
