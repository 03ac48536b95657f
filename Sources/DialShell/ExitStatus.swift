/// How the program ends, as the shell that started it sees it.
package enum ExitStatus: Int32, Sendable, Hashable {
  case done = 0
  /// The network, the API or the disk failed.
  case failed = 1
  /// The text was refused before anything was sent.
  case refused = 2
  /// Rows were given, but not all of them.
  case partial = 3
  /// There is no key, or the API did not take it.
  case authentication = 4
  /// Ctrl-C.
  case interrupted = 130
  /// Who read our output is gone.
  case readerGone = 141
}
