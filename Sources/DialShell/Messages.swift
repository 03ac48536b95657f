import DialLanguage
import DialPipeline
import DialStack
package import SystemPackage

/// What the program says besides rows: help to standard output, all else to standard error.
package struct Messages: Sendable {
  /// How much is said on standard error when nothing is wrong.
  package enum Volume: Sendable, Hashable {
    case quiet, normal
  }

  /// More than these nobody reads.
  private static let mostDiagnostics = 20

  private let output: FileDescriptor
  private let errors: FileDescriptor
  private let volume: Volume
  private let prefix: String
  /// Whether standard output is a terminal, which a footer helps.
  private let outputIsTerminal: Bool
  private let errorsAreTerminal: Bool

  package init(
    output: FileDescriptor, errors: FileDescriptor, volume: Volume, prefix: String,
    outputIsTerminal: Bool, errorsAreTerminal: Bool
  ) {
    self.output = output
    self.errors = errors
    self.volume = volume
    self.prefix = prefix
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
  }

  /// Writes a help page or an explanation to standard output.
  func write(_ text: String) -> ExitStatus {
    do {
      try output.writeAll(Array(text.utf8))
      return .done
    } catch {
      return complain(
        RunFailure(cause: error, rows: 0, place: .output), writingTo: .standardOutput)
    }
  }

  /// A line on standard error.
  package func note(_ line: String) {
    // Nobody can be told when standard error itself is gone.
    _ = try? errors.writeAll(Array((line + "\n").utf8))
  }

  /// A line that only a person who waits cares for.
  func notice(_ line: String) {
    if errorsAreTerminal, volume == .normal { note(line) }
  }

  /// An error that has no place in the text.
  package func complain(_ message: String) {
    let lines = message.split(separator: "\n").map(\.visible)
    note(prefix + lines.joined(separator: "\n"))
  }

  /// Tells what is wrong with a text, the first so many things.
  func complain(_ rejection: Rejection, in source: SourceText) {
    for diagnostic in rejection.diagnostics.prefix(Self.mostDiagnostics) {
      complain(diagnostic, in: source)
    }
    let more = rejection.diagnostics.count - Self.mostDiagnostics
    if more > 0 { note("\(prefix)and \(more) more") }
  }

  func complain(_ diagnostic: Diagnostic, in source: SourceText) {
    note(prefix + diagnostic.rendered(in: source))
  }

  /// Tells how a run failed, and what that makes of the program's end.
  func complain(_ failure: RunFailure, of plan: Plan, in source: SourceText) -> ExitStatus {
    guard let error = failure.cause as? APIError else {
      let status = complain(failure, writingTo: plan.sink.destination)
      tellOfFile(plan)
      return status
    }
    complain(Diagnostic(at: plan.range, error.description), in: source)
    let isPartial = partial(failure, of: plan)
    if error.kind == .authentication { return .authentication }
    return isPartial ? .partial : .failed
  }

  private func complain(_ failure: RunFailure, writingTo destination: Sink.Destination)
    -> ExitStatus
  {
    let target =
      switch destination {
      case .standardOutput: "standard output"
      case .file(let path): path
      }
    switch failure.cause {
    case is CancellationError:
      note("\(prefix)interrupted after \(Self.rows(failure.rows))")
      return .interrupted
    case Errno.brokenPipe: return .readerGone
    case let error as Errno: complain("can't write \(target): \(error)")
    case let error: complain("\(error)")
    }
    return .failed
  }

  /// Whether rows were given before the run failed; then it says so.
  private func partial(_ failure: RunFailure, of plan: Plan) -> Bool {
    guard plan.sink.destination == .standardOutput else {
      tellOfFile(plan)
      return false
    }
    guard failure.rows > 0 else { return false }
    note("\(prefix)partial: \(Self.rows(failure.rows)) before the error")
    return true
  }

  /// Says that a file was not touched by a run that failed.
  private func tellOfFile(_ plan: Plan) {
    guard case .file(let path) = plan.sink.destination else { return }
    note("\(prefix)\(path.visible) is left as it was")
  }

  /// Tells how a run went: warnings, the count of a file, the footer of a table.
  func finish(_ plan: Plan, _ result: RunResult, requests: Int) {
    for warning in result.warnings { note("\(prefix)warning: \(warning)") }
    guard volume == .normal else { return }
    switch plan.sink.destination {
    case .file(let path):
      note("\(Self.rows(result.rows)) written to \(path.visible)")
    case .standardOutput where outputIsTerminal:
      let requests = requests == 1 ? "1 request" : "\(requests) requests"
      let whole = result.isLimited ? "limited" : "complete"
      let hidden = result.hiddenColumns.count
      let columns =
        hidden == 0 ? "" : " · \(hidden) more columns (`select` chooses, -o csv has all)"
      note("\(Self.rows(result.rows)) · \(requests) · \(whole)\(columns)")
    case .standardOutput: break
    }
  }

  /// Shows how far a run has come, where somebody watches and rows go elsewhere.
  func watch(_ plan: Plan) -> Progress {
    let rowsAreSeen = plan.sink.destination == .standardOutput && outputIsTerminal
    let isShown = errorsAreTerminal && volume == .normal && !rowsAreSeen
    return Progress(on: isShown ? errors : nil)
  }

  static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(count) rows"
  }
}
