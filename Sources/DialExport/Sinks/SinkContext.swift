package import DialRows
package import SystemPackage

/// What a sink is made for: which rows come, where they go, and who reads them.
package struct SinkContext: Sendable {
  /// When rows are written.
  package enum Pace: Sendable, Hashable {
    /// After every page, for a person who watches.
    case pageByPage
    /// In large chunks, to a program or a file.
    case inChunks
  }

  /// The columns of the rows, in order.
  package let columns: [Column]
  package let destination: Destination
  /// The descriptor of ``Destination/standardOutput``.
  package let standardOutput: FileDescriptor
  /// How to draw on the terminal that the rows go to, if they go to one.
  package var terminal: TerminalStyle?
  package let pace: Pace
  /// The number of the first row, where rows are shown with theirs: 1 unless others were shown
  /// before.
  package var firstRow = 1
  /// How long what was written may wait to be noted, where a later process can go on.
  package var pauseBetweenCommits = Duration.milliseconds(250)
  /// Calls its argument, which writes rows.
  package var writing: @Sendable (_ write: () throws -> Void) throws -> Void = { try $0() }

  package init(
    columns: [Column], destination: Destination, standardOutput: FileDescriptor,
    terminal: TerminalStyle?, pace: Pace
  ) {
    self.columns = columns
    self.destination = destination
    self.standardOutput = standardOutput
    self.terminal = terminal
    self.pace = pace
  }
}

/// Where rows go.
package enum Destination: Sendable, Hashable {
  case standardOutput
  case file(path: String)
}

extension Destination: CustomStringConvertible {
  /// The place as a message names it.
  package var description: String {
    switch self {
    case .standardOutput: "standard output"
    case .file(let path): path
    }
  }
}
