import ArgumentParser
import DialLanguage
import DialShell

extension Messages {
  /// Tells why a command does nothing.
  func complain(of error: any Error) {
    switch error {
    case let rejection as Rejection: complain(rejection)
    case let error as ValidationError: complain(error.message)
    default: complain("\(error)")
    }
  }

  /// Tells all that is wrong with a text, and what that makes of the program's end.
  func complain(ofAll diagnostics: [Diagnostic]) -> ExitStatus {
    for diagnostic in diagnostics { complain(diagnostic) }
    return diagnostics.isEmpty ? .done : .refused
  }

  /// Ends the program with what `body` comes to; what it throws is told.
  func leave(with body: () throws -> ExitStatus) throws -> Never {
    throw ExitCode(status(of: body).rawValue)
  }

  /// Does something with each script, standard input where none is named.
  ///
  /// - Returns: the worst that came of it.
  func forEachScript(_ paths: [String], _ body: (ScriptFile) throws -> ExitStatus) -> ExitStatus {
    let statuses = (paths.isEmpty ? ["-"] : paths).map { path in
      status { try body(try ScriptFile(path)) }
    }
    return ExitStatus(rawValue: statuses.map(\.rawValue).max() ?? ExitStatus.done.rawValue)
  }

  private func status(of body: () throws -> ExitStatus) -> ExitStatus {
    do {
      return try body()
    } catch {
      complain(of: error)
      return .refused
    }
  }
}
