import Subprocess
import SystemPackage

/// A program of the user's that takes the terminal for a while: the editor, the pager.
struct TerminalProgram {
  /// A command of the shell, as `$EDITOR` and `$PAGER` hold one.
  let command: String

  /// What went wrong with the program.
  enum Failure: Error, Hashable, CustomStringConvertible {
    case ended(command: String, status: Int32)
    case notStarted(command: String)

    /// Whether the program never ran.
    var isMissing: Bool {
      switch self {
      case .ended(_, 126), .ended(_, 127), .notStarted: true
      case .ended: false
      }
    }

    var description: String {
      switch self {
      case .ended(let command, 127): "there is no program `\(command)`"
      case .ended(let command, let status): "`\(command)` ended with status \(status)"
      case .notStarted(let command): "`\(command)` could not be started"
      }
    }
  }

  /// Runs the program on this terminal until it ends; it does not inherit the API key.
  ///
  /// - Throws: ``Failure``.
  func run(with arguments: [String], reading input: FileDescriptor) async throws(Failure) {
    // The shell waits for the program: Ctrl-C is the program's, which may go on after it.
    let line = "trap : INT; " + (arguments.isEmpty ? command : "\(command) \"$@\"")
    let status: TerminationStatus
    do {
      status = try await Subprocess.run(
        .path("/bin/sh"), arguments: Arguments(["-c", line, "sh"] + arguments),
        environment: .inherit.updating(["DIALSTACK_API_KEY": nil, "DIALSTACK_SECRET_KEY": nil]),
        input: .fileDescriptor(input, closeAfterSpawningProcess: false),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
      ).terminationStatus
    } catch {
      throw .notStarted(command: command)
    }
    switch status {
    case .exited(0): return
    case .exited(let code): throw .ended(command: command, status: code)
    case .signaled(let signal): throw .ended(command: command, status: 128 + signal)
    }
  }
}
