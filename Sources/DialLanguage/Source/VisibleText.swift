extension StringProtocol {
  /// The text as it may go to a terminal: nothing in it moves the cursor,
  /// changes colours or reorders what is read.
  ///
  /// Control characters become their pictures (`␛`, `␊`), and invisible
  /// formatting characters, bidirectional overrides among them, become `<U+202E>`.
  package var visible: String {
    guard unicodeScalars.contains(where: \.needsMark) else { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.needsMark {
        result += scalar.mark
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal must not get the scalar as it is.
  var needsMark: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  var mark: String {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) } ?? "?"
    case 0x7F: "\u{2421}"
    default:
      "<U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal + ">"
    }
  }

  private var hexadecimal: String { String(value, radix: 16, uppercase: true) }
}
