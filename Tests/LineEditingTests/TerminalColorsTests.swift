import LineEditing
import Testing

/// How many colours a terminal has.
struct TerminalColorsTests {
  @Test(arguments: [
    ("xterm", nil, 8), ("xterm", "truecolor", 1 << 24), ("vt100", nil, 0),
    // The variable may come from another terminal, in which this one runs.
    ("vt100", "truecolor", 0), ("dumb", "truecolor", 0),
    ("of-no-description", nil, 8), ("of-no-description-256color", nil, 256),
    ("of-no-description", "24bit", 1 << 24),
  ])
  func theyAreThoseOfItsDescription(_ name: String, _ colorTerm: String?, _ colors: Int) {
    var environment = ["TERM": name]
    environment["COLORTERM"] = colorTerm
    #expect(Terminal.colors(environment: environment) == colors)
  }
}
