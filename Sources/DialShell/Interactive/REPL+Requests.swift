import DialExport
import DialLanguage
import DialPipeline
import LineEditing
import SystemPackage
import TerminalText

// What a line asked of the prompt itself.
extension REPL {
  mutating func fulfil(_ request: PromptRequest?) async {
    switch request {
    case nil: return
    case .history(let part): await listHistory(containing: part)
    case .again(let number): await repeatLine(number)
    case .edit(let text): await edit(text)
    case .save(let path, let count, let replaces): await save(count, to: path, replaces: replaces)
    }
  }

  /// The lines of earlier with their numbers; the line that asked is not among them.
  private func listHistory(containing part: String) async {
    let entries = await earlierLines
    let width = "\(entries.count)".count
    let lines = entries.enumerated().filter { part.isEmpty || $0.element.contains(part) }
      .map { index, entry in
        let number = "\(index + 1)"
        let margin = String(repeating: " ", count: width - number.count)
        return "\(margin)\(number)  \(entry.visible)\n"
      }
    guard !lines.isEmpty else {
      return messages.note(
        entries.isEmpty
          ? "the history is empty" : "no line of the history holds `\(part.visible)`")
    }
    _ = messages.write(lines.joined())
  }

  private mutating func repeatLine(_ number: Int?) async {
    let entries = await earlierLines
    let last = entries.lastIndex { !$0.isSettingName }
    guard let index = number.map({ $0 - 1 }) ?? last, entries.indices.contains(index) else {
      return messages.complain(
        entries.isEmpty
          ? "the history is empty"
          : number == nil
            ? "every line of the history begins with a dot; `.again N` runs line N"
            : "the history has the lines 1 to \(entries.count)")
    }
    let line = entries[index]
    guard !SourceText(line).asksToRepeat else {
      return messages.complain("line \(index + 1) is `\(line.visible)` itself; name another one")
    }
    messages.note(line.visible)
    await editor.remember(line)
    await perform(line: line)
  }

  private mutating func edit(_ text: String?) async {
    let editor = TextEditor(environment: look.environment)
    do {
      let start: String
      if let text {
        start = text
      } else {
        // A setting is typed sooner than edited.
        start = await earlierLines.last { !$0.isSettingName } ?? ""
      }
      draft = try await interrupts.leavingKeys { try await editor.edit(start) }
    } catch {
      messages.complain("\(error)")
    }
  }

  /// Writes the last lines into a script.
  private func save(_ count: Int, to path: String, replaces: Bool) async {
    let lines = await earlierLines.filter { !$0.isSettingName }
    guard lines.count >= count else {
      return messages.complain(
        lines.isEmpty
          ? "there is no line to save yet" : "the history has only \(lines.count) lines to save")
    }
    guard replaces || (try? FilePath(path).stat()) == nil else {
      return messages.complain(
        "\(path) is there; `.save \(path) replace=yes` writes it anew")
    }
    let script = SavedScript(lines.suffix(count), in: shell.session)
    if let rejection = shell.refusal(ofScript: SourceText(script.text, name: path)) {
      messages.complain(rejection)
      return messages.note("nothing is saved: that is no script")
    }
    do {
      var file = try FileOutput(path: path)
      try file.write(Array(script.text.utf8))
      try file.commit()
    } catch {
      return messages.complain("can't write \(path): \(error)")
    }
    messages.note("\(count == 1 ? "1 line" : "\(count) lines") saved in \(path.visible)")
  }

  /// The lines before the one that is being performed, oldest first.
  private var earlierLines: [String] {
    get async {
      var entries = await editor.history.entries
      // A line that begins with a space was not kept.
      if entries.last == performed { entries.removeLast() }
      return entries
    }
  }
}

extension SourceText {
  /// Whether the text asks for another line of the history: repeated, it might ask for itself.
  var asksToRepeat: Bool {
    Lexer.tokens(of: self).contains { token in
      token.kind == .word && DotCommand(spelling: token.text) == .again
    }
  }
}
