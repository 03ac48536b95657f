#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The descriptors of a terminal and what can be asked about it.
package struct Terminal: Hashable, Sendable {
  package var input: CInt
  package var output: CInt
  package var error: CInt

  package init(input: CInt, output: CInt, error: CInt) {
    self.input = input
    self.output = output
    self.error = error
  }

  /// The terminal that the process was started on.
  package static let standard = Terminal(
    input: STDIN_FILENO, output: STDOUT_FILENO, error: STDERR_FILENO)

  /// Whether a person is at both ends: keys come in and drawings go out.
  package var isInteractive: Bool { isatty(input) == 1 && isatty(output) == 1 }

  /// The columns of the screen; 80 where the terminal does not say.
  package var columns: Int { size.columns }

  /// The rows of the screen; 24 where the terminal does not say.
  package var rows: Int { size.rows }

  private var size: (columns: Int, rows: Int) {
    var window = winsize()
    let request = UInt(TIOCGWINSZ)
    let isKnown = ioctl(output, request, &window) == 0 || ioctl(input, request, &window) == 0
    guard isKnown else { return (80, 24) }
    return (
      window.ws_col == 0 ? 80 : Int(window.ws_col),
      window.ws_row == 0 ? 24 : Int(window.ws_row)
    )
  }
}

extension Terminal {
  /// Whether `TERM` names a terminal that understands escape sequences.
  static var understandsEscapes: Bool {
    understandsEscapes(getenv("TERM").map { String(cString: $0) } ?? "")
  }

  private static func understandsEscapes(_ name: String) -> Bool {
    !["", "dumb", "unknown", "network"].contains(name)
  }

  /// How many colours the terminal has, by its description; one that is not described has 8.
  package static func colors(environment: [String: String]) -> Int {
    let name = environment["TERM"] ?? ""
    guard understandsEscapes(name) else { return 0 }
    let described = TerminalDescription(of: name, environment: environment)?.colors
    if described == 0 { return 0 }
    // Programs that draw terminals say so where the description is of an older one.
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return 1 << 24 }
    return described ?? (name.contains("256color") ? 256 : 8)
  }

  /// Writes all of `text` to the descriptor, as far as the other side takes it.
  static func write(_ text: String, to descriptor: CInt) {
    _ = writeAll(Array(text.utf8), to: descriptor)
  }
}
