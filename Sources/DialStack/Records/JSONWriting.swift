extension Array where Element == UInt8 {
  /// Appends `value` as JSON, on one line.
  ///
  /// Objects and lists are written as the API sent them, without line breaks and tabs.
  package mutating func appendJSON(_ value: Value) {
    switch value {
    case .null: append(contentsOf: "null".utf8)
    case .boolean(let boolean): append(contentsOf: (boolean ? "true" : "false").utf8)
    case .number(let spelling): append(spelling)
    case .text(let text): appendJSONString(text)
    case .object(let json), .list(let json): appendLine(json)
    }
  }

  /// Appends a text in quotes. Only quotes, backslashes and control characters are escaped:
  /// tabs and line ends by their letters, the others as `\u00XX`.
  package mutating func appendJSONString(_ text: Bytes) {
    append(.quote)
    var plain = 0
    for index in 0..<text.count {
      let byte = text[index]
      guard byte < 0x20 || byte == .quote || byte == .backslash else { continue }
      append(text.slice(plain, index))
      appendEscape(of: byte)
      plain = index + 1
    }
    append(text.slice(plain, text.count))
    append(.quote)
  }

  private mutating func appendEscape(of byte: UInt8) {
    append(.backslash)
    switch byte {
    case 0x09: return append(UInt8(ascii: "t"))
    case 0x0A: return append(UInt8(ascii: "n"))
    case 0x0D: return append(UInt8(ascii: "r"))
    case 0x20...: return append(byte)
    default: break
    }
    let digits = Array("0123456789abcdef".utf8)
    append(contentsOf: "u00".utf8)
    append(digits[Int(byte >> 4)])
    append(digits[Int(byte & 15)])
  }

  /// Appends JSON without its control characters, which can only be space between tokens.
  private mutating func appendLine(_ json: Bytes) {
    var plain = 0
    for index in 0..<json.count where json[index] < 0x20 {
      append(json.slice(plain, index))
      plain = index + 1
    }
    append(json.slice(plain, json.count))
  }
}
