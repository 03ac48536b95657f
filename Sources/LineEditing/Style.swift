/// The parameters of an SGR sequence (ECMA-48), as in `1;32`.
package struct Style: Hashable, Sendable {
  package var parameters: String

  package init(parameters: String) {
    self.parameters = parameters
  }

  package static let plain = Style(parameters: "0")
  package static let bold = Style(parameters: "1")
  package static let dim = Style(parameters: "2")
  package static let underline = Style(parameters: "4")

  /// Both styles at once: `.underline.and(.bold)` is `4;1`.
  package func and(_ other: Style) -> Style {
    if self == .plain { return other }
    return other == .plain ? self : Style(parameters: "\(parameters);\(other.parameters)")
  }

  /// The bytes that set the style from scratch, whatever was set before.
  var sequence: String {
    self == .plain ? "\u{1B}[0m" : "\u{1B}[0;\(parameters)m"
  }
}
