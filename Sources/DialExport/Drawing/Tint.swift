/// What a text on the terminal is, by which it is coloured.
///
/// Nobody knows whether the terminal is dark or light, so a colour must be readable on black and
/// on white alike: contrast 4.5 : 1, as WCAG 2.2 has it for text. In the palettes of xterm and of
/// VGA none of the 16 colours is; of the 256 six are.
package enum Tint: Sendable, Hashable, CaseIterable {
  case heading, absent, yes, no, number, phone, time
  case command, source, keyword, value, variable, comment, mistake, suggestion
  case live, test, otherKey

  /// The parameters of SGR (ECMA-48) for it; `nil` leaves the text as it is.
  package func parameters(in coloring: TerminalStyle.Coloring) -> String? {
    switch coloring {
    case .none: nil
    case .attributes: attributes
    case .colors: colors
    }
  }

  private var attributes: String? {
    switch self {
    case .heading, .command, .source, .keyword: "1"
    case .mistake, .otherKey: "4"
    case .live: "1;4"
    // It is no text yet, and must not be taken for it.
    case .suggestion: "2"
    case .absent, .yes, .no, .number, .phone, .time, .value, .variable, .comment, .test: nil
    }
  }

  private var colors: String {
    switch self {
    case .heading, .source: "1"
    case .absent, .comment, .suggestion: Self.gray
    case .yes, .value, .test: Self.green
    case .no: Self.red
    case .number, .variable: Self.purple
    case .phone, .keyword: Self.blue
    case .time, .command, .otherKey: Self.magenta
    case .mistake: "4;" + Self.red
    case .live: "1;" + Self.red
    }
  }

  private static let green = "38;5;29"
  private static let blue = "38;5;63"
  private static let purple = "38;5;98"
  private static let red = "38;5;131"
  private static let magenta = "38;5;163"
  private static let gray = "38;5;243"
}
