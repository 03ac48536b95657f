#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the program ends, as the shell that started it sees it.
package struct ExitStatus: RawRepresentable, Sendable, Hashable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  package static let done = ExitStatus(rawValue: 0)
  /// The network, the API or the disk failed.
  package static let failed = ExitStatus(rawValue: 1)
  /// The text was refused before anything was sent.
  package static let refused = ExitStatus(rawValue: 2)
  /// Rows were given, but not all of them.
  package static let partial = ExitStatus(rawValue: 3)
  /// There is no key, or the API did not take it.
  package static let authentication = ExitStatus(rawValue: 4)
  /// Ctrl-C: 130.
  package static let interrupted = ended(by: SIGINT)
  /// Who read our output is gone: 141.
  package static let readerGone = ended(by: SIGPIPE)

  /// A signal ended the program: 129 for HUP, 143 for TERM.
  package static func ended(by signal: CInt) -> ExitStatus { ExitStatus(rawValue: 128 + signal) }

  /// Whether what was asked for was not done, and nobody has stopped it.
  var isFailure: Bool { [.failed, .refused, .partial, .authentication].contains(self) }
}
