/// The extent of a screen in characters.
struct ScreenSize: Hashable {
  var columns: Int
  var rows: Int
}

/// Where the cursor stands on the screen, by the rules that libedit draws with.
struct ScreenLayout {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0
  /// Whether libedit agrees with itself on the place: where a tab reaches beyond the edge,
  /// it draws by one rule and moves the cursor by another.
  private(set) var isCertain = true

  init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// The place of the cursor in a text behind `prompt`.
  init(columns: Int, prompt: [Unicode.Scalar], cursor: Int, in scalars: [Unicode.Scalar]) {
    self.init(columns: columns)
    advance(over: prompt)
    advance(over: scalars[..<cursor])
    if cursor < scalars.count { makeRoom(for: scalars[cursor]) }
  }

  /// The columns behind the cursor that can be written without a wrap.
  var room: Int { columns - 1 - column }

  mutating func advance(over scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { advance(over: scalar) }
  }

  mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      row += 1
      column = 0
      return
    }
    if scalar == "\t", column % 8 + columns - column < 8 { isCertain = false }
    makeRoom(for: scalar)
    column += width(of: scalar)
    row += column / columns
    column %= columns
  }

  /// Goes to the next row if a wide character has no room in this one.
  mutating func makeRoom(for scalar: Unicode.Scalar) {
    guard EditLine.width(of: scalar) == 2, column + 2 > columns else { return }
    row += 1
    column = 0
  }

  /// The columns that a scalar takes at this place.
  func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isPrintableASCII { return 1 }
    // A tab ends at the edge, whatever the width of the screen is.
    if scalar == "\t" { return min(8 - column % 8, columns - column) }
    return EditLine.width(of: scalar) ?? scalar.drawing.count
  }
}

extension Unicode.Scalar {
  /// What libedit shows for the scalar: itself, `^X` for a control character, else `\U+XXXX`,
  /// with one digit more if it is hidden or has more than four.
  ///
  /// A scalar without a width shows nothing, unless terminals put it onto the one before.
  var drawing: [Unicode.Scalar] {
    if isPrintableASCII { return [self] }
    if isControl { return ["^", value == 0x7F ? "?" : Unicode.Scalar(UInt8(value | 0x40))] }
    switch EditLine.width(of: self) {
    case nil:
      // There is room for five digits; those of a hidden one are painted over libedit's own.
      let digits = String(returned.value & 0xFFFFF, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, (isDrawnByNumber ? 5 : 4) - digits.count))
      return Array("\\U+\(zeros)\(digits)".unicodeScalars)
    case 0: return properties.isDefaultIgnorableCodePoint ? [] : [self]
    default: return [self]
    }
  }

  var isPrintableASCII: Bool { (0x20..<0x7F).contains(value) }
}

extension String {
  /// The columns of the text on a terminal, by the widths that libedit knows.
  var columns: Int { unicodeScalars.reduce(0) { $0 + (EditLine.width(of: $1) ?? 0) } }
}
