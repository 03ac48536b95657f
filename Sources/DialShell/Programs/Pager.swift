package import SystemPackage

/// The user's pager: `$PAGER`, else `less -SRFX`.
package struct Pager: Sendable {
  private let command: String

  package init(environment: [String: String]) {
    let given = environment["PAGER"] ?? ""
    command = given.isEmpty ? "less -SRFX" : given
  }

  /// Shows a file from its beginning, until the person has seen enough.
  ///
  /// - Throws: why the pager did not show it.
  package func show(_ file: FileDescriptor) async throws {
    try file.seek(offset: 0, from: .start)
    try await TerminalProgram(command: command).run(with: [], reading: file)
  }
}
