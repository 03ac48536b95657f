/// Goes through a text of TOML from statement to statement.
struct TOMLReader {
  private let text: [Unicode.Scalar]
  private var next = 0
  /// How many bytes of UTF-8 stand before the next character.
  private(set) var offset = 0
  private var line = 1
  private var lineStart = 0
  /// How many lists and tables are open.
  private var depth = 0
  /// The most lists and tables in each other, and the most names in a header.
  private static let deepest = 32

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Where the next character stands.
  private var place: TOML.Place {
    var before = String.UnicodeScalarView()
    before.append(contentsOf: text[lineStart..<next])
    return TOML.Place(line: line, column: String(before).count + 1)
  }

  /// Skips blank lines and comments; `false` at the end of the text.
  mutating func skipToStatement() throws(TOML.Fault) -> Bool {
    try skipSpace()
    return peek != nil
  }

  /// Reads `[a."b c"]` or `[[a."b c"]]`; `nil` if no `[` is next.
  mutating func header() throws(TOML.Fault) -> (path: [String], isListItem: Bool)? {
    guard skip("[") else { return nil }
    let isListItem = skip("[")
    var path: [String] = []
    repeat {
      skipBlanks()
      guard path.count < Self.deepest else { throw tooDeep }
      path.append(try key())
      skipBlanks()
    } while skip(".")
    guard skip("]"), !isListItem || skip("]") else {
      throw fault(isListItem ? "expected `]]`" : "expected `]`")
    }
    return (path, isListItem)
  }

  /// Reads `key = value`.
  mutating func entry() throws(TOML.Fault) -> TOML.Entry {
    let start = offset
    let key = try key()
    let range = start..<offset
    skipBlanks()
    guard peek != "." else { throw fault("a key has no `.` here; write a table, [A.B]") }
    guard skip("=") else { throw fault("expected `=` behind the key") }
    skipBlanks()
    return TOML.Entry(key: key, element: try element(), range: range)
  }

  private mutating func element() throws(TOML.Fault) -> TOML.Element {
    let start = offset
    let value = try value()
    return TOML.Element(value: value, range: start..<offset)
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
    if peek == "[" { return try list() }
    if peek == "{" { return try table() }
    let start = self
    let word = (skip("+") ? "+" : "") + word()
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      if let number = Self.integer(word) { return .integer(number) }
      self = start
      throw fault("expected a text in quotes, `true`, `false`, a whole number, `[…]` or `{…}`")
    }
  }

  /// Reads `[1, 2]`, over several lines where need be.
  private mutating func list() throws(TOML.Fault) -> TOML.Value {
    var elements: [TOML.Element] = []
    try open()
    while try !close("]") {
      elements.append(try element())
      try skipSpace()
      guard skip(",") || peek == "]" else { throw fault("expected `,` or `]`") }
    }
    return .list(elements)
  }

  /// Reads `{ a = 1, b = 2 }`, over several lines where need be.
  private mutating func table() throws(TOML.Fault) -> TOML.Value {
    var entries: [TOML.Entry] = []
    var keys: Set<String> = []
    try open()
    while try !close("}") {
      let start = self
      let entry = try entry()
      guard keys.insert(entry.key).inserted else { throw start.fault("the key is there twice") }
      entries.append(entry)
      try skipSpace()
      guard skip(",") || peek == "}" else { throw fault("expected `,` or `}`") }
    }
    return .table(entries)
  }

  /// Passes the bracket that opens a list or a table.
  private mutating func open() throws(TOML.Fault) {
    guard depth < Self.deepest else { throw tooDeep }
    depth += 1
    advance()
  }

  /// Passes the bracket that closes a list or a table, if it is next.
  private mutating func close(_ bracket: Unicode.Scalar) throws(TOML.Fault) -> Bool {
    try skipSpace()
    guard skip(bracket) else { return false }
    depth -= 1
    return true
  }

  /// Skips blanks, ends of lines and comments.
  private mutating func skipSpace() throws(TOML.Fault) {
    repeat {
      skipBlanks()
      try skipComment()
    } while try skipLineEnd()
  }

  private var tooDeep: TOML.Fault {
    fault("no more than \(Self.deepest) stand in each other here")
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
    guard let scalar = peek else { return nil }
    next += 1
    offset += UTF8.width(scalar)
    return scalar
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    advance()
    return true
  }

  func fault(_ message: String) -> TOML.Fault {
    TOML.Fault(place: place, offset: offset, message: message)
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
