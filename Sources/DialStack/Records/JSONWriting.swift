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

  /// Appends a text in quotes.
  package mutating func appendJSONString(_ text: Bytes, escaping escapes: JSONEscapes = .required) {
    append(.quote)
    var plain = 0
    text.withSpan { bytes in
      for index in bytes.indices {
        let length = escapes.length(at: index, of: bytes)
        guard length > 0 else { continue }
        append(text.slice(plain, index))
        appendEscape(of: bytes.extracting(index..<index + length))
        plain = index + length
      }
    }
    append(text.slice(plain, text.count))
    append(.quote)
  }

  /// Appends a text in quotes.
  package mutating func appendJSONString(_ text: String, escaping escapes: JSONEscapes) {
    guard escapes.leave(text.utf8.span) else {
      return appendJSONString(Bytes(text), escaping: escapes)
    }
    append(.quote)
    append(contentsOf: text.utf8)
    append(.quote)
  }

  /// - Parameter character: its UTF-8.
  private mutating func appendEscape(of character: Span<UInt8>) {
    append(.backslash)
    switch character[0] {
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case .quote, .backslash: append(character[0])
    case 0xe2: append(contentsOf: character[2] == 0xa8 ? "u2028".utf8 : "u2029".utf8)
    default:
      append(contentsOf: "u00".utf8)
      append(Self.hexDigits[Int(character[0] >> 4)])
      append(Self.hexDigits[Int(character[0] & 15)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

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

/// Which characters of a text in JSON are escaped: tabs and line ends, quotes and backslashes by
/// their letters, others by their number.
package enum JSONEscapes: Sendable, Hashable {
  /// Quotes, backslashes and control characters, as JSON has it.
  case required
  /// `&`, `<`, `>`, U+2028 and U+2029 too, as Go's encoder does.
  case likeGo

  /// How many bytes from `index` on an escape takes the place of; 0 if they stay as they are.
  func length(at index: Int, of text: Span<UInt8>) -> Int {
    let byte = text[index]
    if byte < 0x20 || byte == .quote || byte == .backslash { return 1 }
    guard self == .likeGo else { return 0 }
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): return 1
    case 0xe2:
      let isSeparator =
        index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xfe == 0xa8
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  /// Whether all of `text` stays as it is.
  func leave(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where length(at: index, of: text) > 0 { return false }
    return true
  }
}
