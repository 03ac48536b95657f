import DialExport
package import DialLanguage
import DialPipeline
import DialRows
import DialStack
package import SystemPackage
import TerminalText

/// What the program says besides rows: help to standard output, all else to standard error.
package struct Messages: Sendable {
  /// How much is said on standard error when nothing is wrong.
  package enum Volume: Sendable, Hashable {
    case quiet, normal
  }

  /// More than these nobody reads.
  private static let mostDiagnostics = 20
  private static let mostFailures = 5

  private let output: FileDescriptor
  private let errors: FileDescriptor
  private let volume: Volume
  private let prefix: String
  /// Whether standard output is a terminal, which a footer helps.
  private let outputIsTerminal: Bool
  private let errorsAreTerminal: Bool
  /// The columns of the terminal at this moment.
  private let width: @Sendable () -> Int

  package init(
    output: FileDescriptor, errors: FileDescriptor, volume: Volume, prefix: String,
    outputIsTerminal: Bool, errorsAreTerminal: Bool, width: @escaping @Sendable () -> Int
  ) {
    self.output = output
    self.errors = errors
    self.volume = volume
    self.prefix = prefix
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.width = width
  }

  /// Writes a text to standard output, on a terminal within its width.
  package func write(_ text: String) -> ExitStatus {
    let text = outputIsTerminal ? text.wrapped(toWidth: width()) : text
    do {
      try output.writeUnlessStopped(Array(text.utf8))
      return .done
    } catch Errno.brokenPipe {
      return .readerGone
    } catch is CancellationError {
      return .interrupted
    } catch {
      complain("can't write \(Destination.standardOutput): \(error)")
      return .failed
    }
  }

  /// A line on standard error, on a terminal divided between words; what looks like a key in it
  /// does not show.
  package func note(_ line: String) {
    // Nobody can be told when standard error itself is gone.
    try? errors.writeUnlessStopped(Array((fitted(line.withoutKeys) + "\n").utf8))
  }

  /// A message within the width of the terminal that it goes to, if it goes to one.
  func fitted(_ message: String) -> String {
    errorsAreTerminal ? message.wrapped(toWidth: width()) : message
  }

  /// A line that only a person who waits cares for.
  func notice(_ line: String) {
    if errorsAreTerminal, volume == .normal { note(line) }
  }

  /// A line that says that all is well, where that is wanted.
  func remark(_ line: String) {
    if volume == .normal { note(line) }
  }

  /// An error that has no place in the text.
  package func complain(_ message: String) {
    let lines = message.split(separator: "\n").map(\.visible)
    note(prefix + lines.joined(separator: "\n"))
  }

  /// Tells what is wrong with a text, the first so many things.
  package func complain(_ rejection: Rejection) {
    for diagnostic in rejection.diagnostics.prefix(Self.mostDiagnostics) {
      complain(diagnostic)
    }
    let more = rejection.diagnostics.count - Self.mostDiagnostics
    if more > 0 { note("\(prefix)and \(more) more") }
  }

  /// Tells one thing that is wrong with a text.
  package func complain(_ diagnostic: Diagnostic) {
    note(prefix + diagnostic.rendered(width: errorsAreTerminal ? width() : nil))
  }

  /// Tells how a run failed, and what that makes of the program's end.
  func complain(_ failure: RunFailure, of plan: Plan, _ footer: Footer) -> ExitStatus {
    // A line that begins with `|` goes on from `$it` without its name.
    let source = plan.range.text.isEmpty ? "$\(KeptRows.Name.it.rawValue)" : plan.range.text
    let status = status(telling: failure.cause, of: source, to: plan.export.destination)
    let isSeen = outputIsTerminal && plan.export.destination == .standardOutput
    if status == .interrupted, !isSeen {
      let read =
        failure.rows == failure.rowsRead ? "" : ", \(Self.rows(failure.rowsRead)) read"
      note("\(prefix)interrupted after \(Self.rows(failure.rows))\(read)")
    }
    if case .file(let path) = plan.export.destination {
      let isLeft = !FileOutput.writesDirectly(to: path)
      if isLeft { note("\(prefix)\(path.visible) is left as it was") }
      if plan.export.resumes, failure.place == .source, failure.pages > 0 {
        note("\(prefix)what was read waits beside it; the same line goes on from there")
      }
      return status
    }
    guard failure.place == .source else { return status }
    if isSeen {
      if failure.pages > 0 || status == .interrupted { note(footer.text) }
    } else if failure.rows > 0, status != .interrupted, !(failure.cause is BrokenExpectations) {
      note("\(prefix)partial: \(Self.rows(failure.rows)) before the error")
    }
    let isBroken = failure.cause is BrokenExpectations
    return status == .failed && failure.rows > 0 && !isBroken ? .partial : status
  }

  /// Tells why a run has failed, and what that makes of the program's end.
  ///
  /// - Parameter subject: what was read.
  func status(
    telling cause: any Error, of subject: String, to destination: Destination = .standardOutput
  ) -> ExitStatus {
    switch cause {
    case let error as APIError:
      // Nothing is wrong with the text: a mark would say so.
      complain("\(subject): \(error.description)")
      return error.kind == .authentication ? .authentication : .failed
    case is CancellationError: return .interrupted
    case Errno.brokenPipe: return .readerGone
    case let error as ExportLedger.Unusable:
      complain("\(error)")
      return .refused
    case let broken as BrokenExpectations: for one in broken.all { complain("\(one)") }
    case let error as Errno: complain("can't write \(destination): \(error)")
    case let error: complain("\(error)")
    }
    return .failed
  }

  /// Tells which accounts a run could not read, the first few.
  func complain(_ books: AccountBooks) {
    complain("partial: \(books.share); `$errors` lists the others")
    list(books.failures)
  }

  /// Tells which accounts could not be read, the first few.
  func list(_ failures: [AccountFailure]) {
    for failure in failures.prefix(Self.mostFailures) {
      note("  \(failure.account): \(failure.error)".visible)
    }
    let more = failures.count - Self.mostFailures
    if more > 0 { note("  and \(more) more") }
  }

  /// Tells how a run went: warnings, the count of a file, the footer of a table.
  func finish(_ plan: Plan, _ result: RunResult, _ footer: Footer, _ settings: Settings) {
    for warning in result.warnings { note("\(prefix)warning: \(warning)") }
    if let books = result.books, !books.failures.isEmpty { complain(books) }
    guard volume == .normal else { return }
    if plan.export.destination != .standardOutput || outputIsTerminal {
      for footnote in result.footnotes { note(prefix + footnote) }
    }
    switch plan.export.destination {
    case .file(let path):
      let files = result.files.map { $0 == 1 ? ", in 1 file" : ", in \($0) files" } ?? ""
      note("\(Self.rows(result.rows)) written to \(path.visible)\(files)\(footer.cut(result))")
    case .standardOutput where outputIsTerminal:
      note(footer.text)
      if let line = result.hiddenColumnsLine(settings) {
        note(line.visible.wrapped(toWidth: width()))
      }
    case .standardOutput: break
    }
  }

  /// Shows how far a run has come, where somebody watches.
  func progress(
    of subject: Progress.Subject = .pages, rate: @escaping @Sendable () -> Double? = { nil }
  ) -> Progress {
    let isShown = errorsAreTerminal && volume == .normal
    return Progress(of: subject, on: isShown ? errors : nil, width: width, rate: rate)
  }

  static func rows(_ count: Int) -> String {
    count == 1 ? "1 row" : "\(count) rows"
  }
}
