/// Splits a text into tokens. It never fails: what is no token becomes an invalid one.
package struct Lexer {
  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []
  private var comments: [SourceRange] = []
  private var openParentheses = 0
  /// The first byte behind the space and comments that were looked through last.
  private var textBehindSpace = 0

  /// The tokens of `source`, the last of them of the kind `end`.
  ///
  /// A line break is a token only where it ends a statement: not after `|`, `,` or an
  /// operator (`and` and its like are some), not inside parentheses, not before a line that
  /// begins with `|`.
  package static func tokens(of source: SourceText) -> [Token] {
    var lexer = Lexer(source)
    lexer.run()
    return lexer.tokens
  }

  /// The comments of `source`, each from its `#` to the end of the line.
  package static func comments(of source: SourceText) -> [SourceRange] {
    var lexer = Lexer(source)
    lexer.run()
    return lexer.comments
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.utf8
  }

  private mutating func run() {
    while position < bytes.count { step() }
    append(.end, text: "", from: position)
  }

  private mutating func step() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      position += 1
    case UInt8(ascii: "\n"):
      position += 1
      if endsStatement { append(.newline, text: "\n", from: start) }
    case UInt8(ascii: "\\") where isLineContinuation:
      skipLine()
    case UInt8(ascii: "#") where startsComment:
      skipToLineEnd()
      comments.append(source.range(start, position))
    case UInt8(ascii: "\""):
      doubleQuoted()
    case UInt8(ascii: "'"):
      singleQuoted()
    case UInt8(ascii: "$"):
      variable()
    default:
      if !symbol() { word() }
    }
  }

  private mutating func append(_ kind: Token.Kind, text: String, from start: Int) {
    let attached = tokens.last.map { $0.range.upper == start && $0.kind != .newline } ?? false
    tokens.append(
      Token(
        kind: kind, text: text, range: source.range(start, position), isAttached: attached))
  }
}

// Space, comments and line breaks.
extension Lexer {
  private var startsComment: Bool {
    position == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position - 1])
  }

  private var isLineContinuation: Bool {
    var next = position + 1
    while next < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[next]) { next += 1 }
    return next == bytes.count || bytes[next] == UInt8(ascii: "\n")
  }

  private mutating func skipToLineEnd() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipLine() {
    skipToLineEnd()
    position = min(position + 1, bytes.count)
  }

  /// Whether the line break just passed ends the statement before it.
  private var endsStatement: Bool {
    mutating get {
      guard openParentheses == 0, let last = tokens.last else { return false }
      switch last.kind {
      case .newline: return false
      default: return !last.joinsLines && !nextLineBeginsWithBar
      }
    }
  }

  private var nextLineBeginsWithBar: Bool {
    mutating get {
      // Each of many empty lines would look through all that follow.
      if textBehindSpace < position { textBehindSpace = endOfSpace(from: position) }
      return textBehindSpace < bytes.count && bytes[textBehindSpace] == UInt8(ascii: "|")
    }
  }

  /// The first byte that is neither space nor in a comment.
  private func endOfSpace(from start: Int) -> Int {
    var next = start
    while next < bytes.count {
      switch bytes[next] {
      case 0x20, 0x09, 0x0D, 0x0A: next += 1
      case UInt8(ascii: "#"):
        while next < bytes.count, bytes[next] != UInt8(ascii: "\n") { next += 1 }
      default: return next
      }
    }
    return next
  }
}

// Symbols and words.
extension Lexer {
  private mutating func symbol() -> Bool {
    // No symbol begins as a word does, and most of a text is words.
    guard !Self.isWordByte(bytes[position]) else { return false }
    let start = position
    let two =
      position + 1 < bytes.count && bytes[position + 1] < 0x80
      ? String(decoding: bytes[position...position + 1], as: UTF8.self) : ""
    let one = String(decoding: bytes[position...position], as: UTF8.self)
    // Those who write programs type `==` for `=`.
    let spelling = two == "==" || Token.Symbol(rawValue: two) != nil ? two : one
    guard let symbol = two == "==" ? .equal : Token.Symbol(rawValue: spelling) else { return false }
    position += spelling.utf8.count
    if symbol == .open { openParentheses += 1 }
    if symbol == .close { openParentheses = max(0, openParentheses - 1) }
    if symbol == .semicolon { openParentheses = 0 }
    append(.symbol(symbol), text: spelling, from: start)
    return true
  }

  private mutating func word() {
    let start = position
    while position < bytes.count, Self.isWordByte(bytes[position]), !isLineContinuationByte {
      position += 1
    }
    if position > start {
      append(.word, text: text(from: start), from: start)
    } else {
      position += 1
      let isSign = bytes[start] == UInt8(ascii: "*") && standsAlone(start)
      append(
        isSign ? .word : .invalid(.strayCharacter), text: text(from: start), from: start)
    }
  }

  /// Whether there is space on both sides of a character, as there is about the sign of a calculation.
  private func standsAlone(_ place: Int) -> Bool {
    func isSpace(_ place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 0x09 }
    return place > 0 && isSpace(place - 1) && place + 1 < bytes.count && isSpace(place + 1)
  }

  private var isLineContinuationByte: Bool {
    bytes[position] == UInt8(ascii: "\\") && isLineContinuation
  }

  private mutating func variable() {
    let start = position
    position += 1
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    if position > start + 1 {
      append(.variable, text: text(from: start + 1), from: start)
    } else {
      append(.invalid(.bareDollar), text: "$", from: start)
    }
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F: false
    case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "$"), UInt8(ascii: "*"):
      false
    default: true
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

// Strings.
extension Lexer {
  private mutating func singleQuoted() {
    let start = position
    guard let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "'")) else {
      return leaveOpen(from: start)
    }
    position = end + 1
    let value = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    append(.rawString, text: value, from: start)
  }

  private mutating func doubleQuoted() {
    let start = position
    var value: [UInt8] = []
    var badEscape: SourceRange?
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        let escape = position
        if !appendEscape(to: &value), badEscape == nil {
          badEscape = source.range(escape, position)
        }
      } else {
        value.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else { return leaveOpen(from: start) }
    position += 1
    if let badEscape {
      let text = String(decoding: bytes[badEscape.lower..<badEscape.upper], as: UTF8.self)
      tokens.append(
        Token(kind: .invalid(.badEscape), text: text, range: badEscape, isAttached: false))
    } else {
      append(.string, text: String(decoding: value, as: UTF8.self), from: start)
    }
  }

  /// Passes the escape at the cursor; `false` when it is none that is known.
  private mutating func appendEscape(to value: inout [UInt8]) -> Bool {
    guard position + 1 < bytes.count else {
      position += 1
      return true
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "$"):
      value.append(letter)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "u"): return appendScalar(to: &value)
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "d"), UInt8(ascii: "w"),
      UInt8(ascii: "s"), UInt8(ascii: "b"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "?"):
      // A regular expression keeps its own escapes.
      value += [UInt8(ascii: "\\"), letter]
    default:
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
      return false
    }
    return true
  }

  private mutating func appendScalar(to value: inout [UInt8]) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{"),
      let end = bytes[position...].prefix(10).firstIndex(of: UInt8(ascii: "}")),
      let code = UInt32(
        String(decoding: bytes[(position + 1)..<end], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(code)
    else { return false }
    value += Array(String(scalar).utf8)
    position = end + 1
    return true
  }

  private mutating func leaveOpen(from start: Int) {
    position = bytes.count
    append(.invalid(.openString), text: text(from: start), from: start)
  }
}
