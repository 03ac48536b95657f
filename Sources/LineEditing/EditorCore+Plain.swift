/// Lines on a terminal that understands no escape sequences, as `TERM=dumb` says.
///
/// The cursor cannot be moved there but to the left. So the prompt is written once, what is
/// typed is echoed, and it is taken back from the end.
extension EditorCore {
  /// Reads one line; `nil` is the end of the input.
  func readPlainLine(startingWith start: String) -> String? {
    var text = ""
    Terminal.write(plainPrompt, to: terminal.output)
    echo(start, behind: &text)
    while true {
      switch keys.next() {
      case .character(let key):
        switch perform(plainKey: key, on: &text) {
        case .goesOn: continue
        case .isOver: return text
        case .endOfInput: return nil
        }
      case .pasted(let pasted): echo(pasted, behind: &text)
      case .sequence: continue
      case .mail:
        if readPlainMail(with: text) { return text }
      case .endOfInput: return nil
      case .failure(let code):
        outcome = .unreadable(code)
        return nil
      }
    }
  }

  private enum PlainStep {
    case goesOn, isOver, endOfInput
  }

  private func perform(plainKey key: Unicode.Scalar, on text: inout String) -> PlainStep {
    switch key {
    case "\r", "\n":
      guard !behavior.isComplete(text) else {
        Terminal.write("\r\n", to: terminal.output)
        return .isOver
      }
      echo("\n", behind: &text)
    case "\u{7F}", "\u{8}": eraseLast(of: &text)
    case "\u{15}": while let last = text.last, last != "\n" { eraseLast(of: &text) }
    case "\u{3}":
      outcome = .interrupted
      Terminal.write("^C\r\n", to: terminal.output)
      return .isOver
    case "\u{4}" where text.isEmpty: return .endOfInput
    case "\u{1A}": suspend()
    case _ where key.isControl: Terminal.write("\u{7}", to: terminal.output)
    default: echo(String(key), behind: &text)
    }
    return .goesOn
  }

  private func echo(_ typed: String, behind text: inout String) {
    text += typed
    Terminal.write(Self.drawing(of: typed), to: terminal.output)
  }

  private func eraseLast(of text: inout String) {
    guard let last = text.last, last != "\n" else {
      return Terminal.write("\u{7}", to: terminal.output)
    }
    text.removeLast()
    let width = Self.drawing(of: String(last)).columns
    let back = String(repeating: "\u{8}", count: width)
    Terminal.write(back + String(repeating: " ", count: width) + back, to: terminal.output)
  }

  /// Whether the mail ends the line.
  private func readPlainMail(with text: String) -> Bool {
    let mail = mailbox.take()
    if mail.isContinued { takeTerminal() }
    for notice in mail.notices {
      let lines = "\n\(notice)\n".replacing("\n", with: "\r\n")
      Terminal.write(lines + plainPrompt + Self.drawing(of: text), to: terminal.output)
    }
    if mail.isCancelled { outcome = .cancelled }
    return mail.isCancelled
  }

  private var plainPrompt: String {
    String(String.UnicodeScalarView(promptWidth.flatMap(\.drawing)))
  }

  private static func drawing(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.drawnScalars.flatMap { $0 == "\n" ? ["\r", "\n"] : $0.drawing }))
  }
}
