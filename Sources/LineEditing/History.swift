/// The lines of earlier, oldest first, and the file that keeps them.
///
/// A line that begins with a space, is blank, repeats the one before it, is longer than
/// `maximumLength` or is secret is not kept.
package struct History: Sendable {
  /// How many entries are kept. The default is 10,000.
  package let limit: Int
  /// The UTF-8 bytes that an entry may have. The default is 65,536.
  package let maximumLength: Int
  package private(set) var entries: [String] = []
  /// The entries that came to nothing when they were last run: they are not suggested.
  package private(set) var failed: Set<String> = []
  /// The first thing that went wrong with the file, if anything did.
  package private(set) var warning: Warning?
  private var file: HistoryFile?
  private let isSecret: @Sendable (String) -> Bool

  /// Makes a history that lives in memory.
  package init(
    limit: Int = 10_000, maximumLength: Int = 65_536,
    isSecret: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.limit = max(1, limit)
    self.maximumLength = maximumLength
    self.isSecret = isSecret
  }

  /// Reads the entries of a file, which later ones are appended to.
  ///
  /// A missing file is an empty history. Whatever is wrong with it becomes a `warning`.
  package mutating func load(from path: String) {
    let file = HistoryFile(path: path)
    self.file = file
    let contents = file.read(maximumLength: maximumLength)
    entries = contents.entries.suffix(limit)
    failed = contents.failed
    warning = contents.warning
  }

  /// Keeps an entry in memory and in the file.
  ///
  /// - Returns: Whether the entry was kept.
  @discardableResult
  package mutating func add(_ entry: String) -> Bool {
    guard keeps(entry) else { return false }
    entries.append(entry)
    // Trimming one by one would move all entries each time.
    if entries.count > limit + limit / 8 { entries.removeFirst(entries.count - limit) }
    write(.entry(entry))
    return true
  }

  /// Notes whether an entry did what it was meant to, for later sessions too.
  ///
  /// What was not kept is not noted either.
  package mutating func note(_ entry: String, hasFailed: Bool) {
    guard hasFailed != failed.contains(entry), entries.last(where: { $0 == entry }) != nil else {
      return
    }
    if hasFailed { failed.insert(entry) } else { failed.remove(entry) }
    write(hasFailed ? .failure(of: entry) : .success(of: entry))
  }

  private mutating func write(_ line: HistoryFile.Line) {
    if let file, let problem = file.append(line), warning == nil { warning = problem }
  }

  private func keeps(_ entry: String) -> Bool {
    guard let first = entry.first, first != " ", !entry.allSatisfy(\.isWhitespace) else {
      return false
    }
    return entry != entries.last && entry.utf8.count <= maximumLength && !isSecret(entry)
  }
}

extension History {
  /// What is wrong with a history file.
  package struct Warning: Hashable, Sendable, CustomStringConvertible {
    package enum Problem: Hashable, Sendable {
      case unreadable(code: CInt)
      case unwritable(code: CInt)
      /// Another program has held the lock for too long.
      case locked
      /// So many lines were no text, or too long.
      case damaged(lines: Int)
    }

    package var path: String
    package var problem: Problem

    package init(path: String, problem: Problem) {
      self.path = path
      self.problem = problem
    }

    package var description: String {
      switch problem {
      case .unreadable(let code): "cannot read history `\(path)`: \(systemMessage(for: code))"
      case .unwritable(let code): "cannot write history `\(path)`: \(systemMessage(for: code))"
      case .locked: "cannot write history `\(path)`: another program has locked it"
      case .damaged(1): "history `\(path)` has 1 damaged line, which is left out"
      case .damaged(let lines): "history `\(path)` has \(lines) damaged lines, which are left out"
      }
    }
  }
}
