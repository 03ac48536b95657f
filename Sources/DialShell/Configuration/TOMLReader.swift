/// Goes through a text of TOML from statement to statement.
struct TOMLReader {
  private let text: [Unicode.Scalar]
  private var next = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Where the next character stands.
  var place: TOML.Place {
    var before = String.UnicodeScalarView()
    before.append(contentsOf: text[lineStart..<next])
    return TOML.Place(line: line, column: String(before).count + 1)
  }

  /// Skips blank lines and comments; `false` at the end of the text.
  mutating func skipToStatement() throws(TOML.Fault) -> Bool {
    repeat {
      skipBlanks()
      try skipComment()
    } while try skipLineEnd()
    return peek != nil
  }

  /// Reads `[a."b c"]`; `nil` if no `[` is next.
  mutating func header() throws(TOML.Fault) -> [String]? {
    guard skip("[") else { return nil }
    guard peek != "[" else { throw fault("there are no lists of tables here; write [NAME]") }
    var path: [String] = []
    repeat {
      skipBlanks()
      path.append(try key())
      skipBlanks()
    } while skip(".")
    guard skip("]") else { throw fault("expected `]`") }
    return path
  }

  /// Reads `key = value`.
  mutating func entry() throws(TOML.Fault) -> TOML.Entry {
    let place = place
    let key = try key()
    skipBlanks()
    guard peek != "." else { throw fault("a key has no `.` here; write a table, [A.B]") }
    guard skip("=") else { throw fault("expected `=` behind the key") }
    skipBlanks()
    return TOML.Entry(key: key, value: try value(), place: place)
  }

  /// Skips to the end of the line, where nothing but a comment may stand.
  mutating func endStatement() throws(TOML.Fault) {
    skipBlanks()
    try skipComment()
    guard try skipLineEnd() || peek == nil else { throw fault("expected the end of the line") }
  }

  private mutating func key() throws(TOML.Fault) -> String {
    if peek == "\"" || peek == "'" { return try quoted() }
    let name = word()
    guard !name.isEmpty else { throw fault("expected a name, in quotes if it is not plain") }
    return name
  }

  private mutating func value() throws(TOML.Fault) -> TOML.Value {
    if peek == "\"" || peek == "'" { return .text(try quoted()) }
    let start = self
    let word = (skip("+") ? "+" : "") + word()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      if let number = Self.integer(word) { return .integer(number) }
      self = start
      throw fault("expected a text in quotes, `true`, `false` or a whole number")
    }
  }

  /// A number without leading zeros, in which `_` may stand between digits.
  private static func integer(_ word: String) -> Int? {
    let digits = word.first == "-" || word.first == "+" ? word.dropFirst() : word[...]
    let groups = digits.split(separator: "_", omittingEmptySubsequences: false)
    guard digits == "0" || digits.first != "0",
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return Int(word.filter { $0 != "_" })
  }

  /// Reads `"…"` with its escapes, or `'…'`, which has none.
  private mutating func quoted() throws(TOML.Fault) -> String {
    let start = self
    let quote = advance()
    var content = String.UnicodeScalarView()
    while let scalar = peek {
      if scalar == quote {
        advance()
        guard content.isEmpty, peek == quote else { return String(content) }
        self = start
        throw fault("there are no texts of several lines here")
      }
      if scalar == "\\", quote == "\"" {
        content.append(try escape())
      } else {
        guard !Self.isControl(scalar) else { break }
        content.append(scalar)
        advance()
      }
    }
    guard peek == nil || isLineEnd else { throw fault("a control character in a text") }
    self = start
    throw fault("the text is not closed")
  }

  private mutating func escape() throws(TOML.Fault) -> Unicode.Scalar {
    let start = self
    advance()
    let letter = peek
    advance()
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "\"", "\\": return letter ?? "\\"
    case "u": if let scalar = hexadecimal(digits: 4) { return scalar }
    case "U": if let scalar = hexadecimal(digits: 8) { return scalar }
    default: break
    }
    self = start
    throw fault("unknown escape; a `\\` itself is written twice, or the text in '…'")
  }

  private mutating func hexadecimal(digits: Int) -> Unicode.Scalar? {
    var number: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = peek.flatMap(Self.hexDigit) else { return nil }
      number = number << 4 | digit
      advance()
    }
    return Unicode.Scalar(number)
  }

  private static func hexDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.isASCII else { return nil }
    return Character(scalar).hexDigitValue.map { UInt32($0) }
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = peek, Self.isPlain(scalar) {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  private mutating func skipBlanks() {
    while peek == " " || peek == "\t" { advance() }
  }

  private mutating func skipComment() throws(TOML.Fault) {
    guard peek == "#" else { return }
    while let scalar = peek, !isLineEnd {
      guard !Self.isControl(scalar) else { throw fault("a control character in a comment") }
      advance()
    }
  }

  private mutating func skipLineEnd() throws(TOML.Fault) -> Bool {
    guard isLineEnd else { return false }
    if peek == "\r" { advance() }
    advance()
    line += 1
    lineStart = next
    return true
  }

  private var peek: Unicode.Scalar? { next < text.count ? text[next] : nil }

  private var isLineEnd: Bool {
    peek == "\n" || peek == "\r" && next + 1 < text.count && text[next + 1] == "\n"
  }

  @discardableResult private mutating func advance() -> Unicode.Scalar? {
    defer { next = min(next + 1, text.count) }
    return peek
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    advance()
    return true
  }

  private func fault(_ message: String) -> TOML.Fault {
    TOML.Fault(place: place, message: message)
  }

  /// Whether a scalar may stand in a key without quotes.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F
  }
}
