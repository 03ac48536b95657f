extension [UInt8] {
  /// Appends JSON with an indented line for each member and element, as jq writes it.
  ///
  /// What is no JSON is laid out somehow; each of its bytes but spaces between tokens is there.
  ///
  /// - Parameter level: How often two spaces stand before the first line.
  mutating func appendIndented(_ json: [UInt8], level: Int) {
    var level = level
    var isInText = false
    var isEscaped = false
    appendIndent(level)
    for (index, byte) in json.enumerated() {
      if isInText {
        append(byte)
        isInText = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: " "): continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        append(byte)
        level += 1
        if !json.isClosed(behind: index) { appendLine(level) }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        level = Swift.max(0, level - 1)
        if last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { appendLine(level) }
        append(byte)
      case UInt8(ascii: ","):
        append(byte)
        appendLine(level)
      case UInt8(ascii: ":"): self += [byte, UInt8(ascii: " ")]
      default:
        append(byte)
        isInText = byte == UInt8(ascii: "\"")
      }
    }
  }

  /// Whether the next token behind an opening bracket closes it.
  private func isClosed(behind index: Int) -> Bool {
    let next = self[(index + 1)...].first { $0 != UInt8(ascii: " ") }
    return next == UInt8(ascii: "}") || next == UInt8(ascii: "]")
  }

  private mutating func appendLine(_ level: Int) {
    append(0x0A)
    appendIndent(level)
  }

  private mutating func appendIndent(_ level: Int) {
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}
