import DialExport
import SystemPackage

/// The user's own editor: `$VISUAL`, `$EDITOR`, else `vi`.
struct TextEditor {
  let program: TerminalProgram

  init(environment: [String: String]) {
    let command = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    program = TerminalProgram(command: command ?? "vi")
  }

  /// Has `text` edited; what was saved, without the line breaks at its end.
  ///
  /// - Throws: ``TerminalProgram/Failure``, `Errno`, ``ConfigurationError`` for what is no text.
  func edit(_ text: String) async throws -> String {
    let file = try TemporaryFile(suffix: ".dial")
    try file.descriptor.writeAll(Array((text + "\n").utf8))
    try await program.run(with: [file.path], reading: .standardInput)
    // Many editors put a new file in the place of the old one.
    var edited = try TextFile.read(file.path)
    while edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }
}
