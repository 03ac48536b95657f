/// Where the cursor stands on the screen, by the rules that libedit draws with.
struct ScreenLayout {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) {
    self.columns = max(1, columns)
  }

  mutating func advance(over scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { advance(over: scalar) }
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      row += 1
      column = 0
      return
    }
    let width = width(of: scalar)
    if width == 2, column + 2 > columns {
      row += 1
      column = 0
    }
    column += width
    row += column / columns
    column %= columns
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    if scalar == "\t" { return 8 - column % 8 }
    if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
    return EditLine.width(of: scalar) ?? (scalar.value > 0xFFFF ? 8 : 7)
  }
}

extension String {
  /// The columns of the text on a terminal, by the widths that libedit knows.
  var columns: Int { unicodeScalars.reduce(0) { $0 + (EditLine.width(of: $1) ?? 0) } }
}
