import DialRows
import DialStack
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An export that outlives its process: a hidden file beside the one that it becomes, and a ledger of
/// what of it stands.
///
/// Both are synced at each ``commit(_:)``, the file first, so what the ledger says is there, whatever
/// ended the process. The ledger is JSON, an object a line; a last line that was cut is no line.
package final class ExportLedger {
  /// What is added to the ledger.
  struct Entry {
    /// How many bytes of the file stand.
    var bytes = 0
    /// How many rows they are.
    var rows = 0
    /// The accounts that were finished since the last entry.
    var done: [Account.ID?] = []
    /// Those of them that failed, and where their rows are.
    var failures: [(failure: AccountFailure, section: FileSection)] = []
    /// The list that is being read, and where it goes on.
    var current: (account: Account.ID?, place: ListPlace)?
  }

  /// What was done before.
  package let progress: ExportProgress

  private let target: String
  private let data: (path: String, descriptor: FileDescriptor)
  private let ledger: (path: String, descriptor: FileDescriptor)

  /// Takes up what an earlier process has left, or begins.
  ///
  /// - Parameters:
  ///   - path: what the file is to be called.
  ///   - plan: what tells the export from others that would write other rows.
  ///   - line: the line as it was written.
  ///   - now: the moment in seconds since 1970, for a beginning.
  /// - Throws: ``Unusable``, `Errno`.
  package init(for path: String, plan: String, line: String, now: Int) throws {
    target = PathStatus.resolved(path)
    let (dataPath, ledgerPath) = Self.paths(for: target)
    let flags: FileDescriptor.OpenOptions = [.create, .closeOnExec, .noFollow]
    let descriptor = try FileDescriptor.open(
      dataPath, .readWrite, options: flags, permissions: FilePermissions(rawValue: 0o666))
    data = (dataPath, descriptor)
    guard PathStatus.lock(descriptor) != .taken else {
      try? descriptor.close()
      throw Unusable(path: dataPath, reason: "another process is writing it")
    }
    do {
      ledger = (
        ledgerPath,
        try FileDescriptor.open(
          ledgerPath, .readWrite, options: flags, permissions: .ownerReadWrite)
      )
    } catch {
      try? descriptor.close()
      throw error
    }
    do {
      for (path, descriptor) in [data, ledger] where try descriptor.stat().type != .regular {
        throw Unusable(path: path, reason: "it is no file")
      }
      let reading = LedgerReading(
        try [UInt8](reading: ledger.descriptor), path: ledgerPath, data: dataPath)
      if let found = try reading.progress(of: plan, in: line) {
        guard try descriptor.stat().size >= found.progress.bytes else {
          throw Unusable(path: dataPath, reason: "it is shorter than `\(ledgerPath)` says")
        }
        progress = found.progress
        try ledger.descriptor.truncate(to: found.end)
      } else {
        progress = ExportProgress(now: now)
        try ledger.descriptor.truncate(to: 0)
        try Self.append(LedgerReading.head(plan, line, now), to: ledger.descriptor)
      }
      try descriptor.truncate(to: progress.bytes)
      try descriptor.seek(offset: Int64(progress.bytes), from: .start)
      PathStatus.syncDirectory(of: ledgerPath)
    } catch {
      try? descriptor.close()
      try? ledger.descriptor.close()
      throw error
    }
  }

  deinit {
    try? data.descriptor.close()
    try? ledger.descriptor.close()
  }

  /// The hidden files beside a target.
  private static func paths(for target: String) -> (data: String, ledger: String) {
    let path = FilePath(target)
    let name = path.lastComponent?.string ?? ""
    let folder = path.removingLastComponent()
    return (
      folder.appending(".\(name).dialsh-part").string,
      folder.appending(".\(name).dialsh-ledger").string
    )
  }

  func write(_ bytes: [UInt8]) throws {
    try data.descriptor.writeUnlessStopped(bytes)
  }

  /// Notes what stands.
  ///
  /// - Throws: `Errno`.
  func commit(_ entry: Entry) throws {
    try PathStatus.sync(data.descriptor)
    try Self.append(LedgerReading.lines(of: entry), to: ledger.descriptor)
  }

  private static func append(_ bytes: [UInt8], to descriptor: FileDescriptor) throws {
    try descriptor.seek(offset: 0, from: .end)
    try descriptor.writeAll(bytes)
    try PathStatus.sync(descriptor)
  }

  /// Gives the file its name: it is whole.
  ///
  /// - Throws: `Errno`.
  func finish() throws {
    if let old = try? FilePath(target).stat(), old.type == .regular {
      _ = old.lend(to: data.descriptor)
    }
    try PathStatus.sync(data.descriptor)
    try PathStatus.rename(data.path, to: target)
    PathStatus.remove(ledger.path)
    PathStatus.syncDirectory(of: target)
  }

  /// Removes both files: nothing stands in them.
  func discard() {
    PathStatus.remove(data.path)
    PathStatus.remove(ledger.path)
  }

  /// Why what an earlier process has left can't be taken up.
  package struct Unusable: Error, CustomStringConvertible {
    let path: String
    let reason: String

    package var description: String { "`\(path)` can't be gone on with: \(reason)" }
  }
}

/// What the lines of a ledger say.
private struct LedgerReading {
  private let bytes: [UInt8]
  private let path: String
  private let data: String

  init(_ bytes: [UInt8], path: String, data: String) {
    self.bytes = bytes
    self.path = path
    self.data = data
  }

  /// What was done, and how many bytes of the ledger say so; `nil` where nothing is said.
  ///
  /// - Throws: ``ExportLedger/Unusable`` for what no ledger of this line says.
  func progress(of plan: String, in line: String) throws -> (progress: ExportProgress, end: Int)? {
    var progress: ExportProgress?
    var end = 0
    var failures: [(failure: AccountFailure, section: FileSection)] = []
    var start = 0
    var number = 0
    while let stop = bytes[start...].firstIndex(of: 0x0A) {
      number += 1
      guard let record = try? Record(scanning: Array(bytes[start..<stop])) else {
        throw damaged(number)
      }
      start = stop + 1
      guard progress != nil else {
        guard let now = record.number(at: "now"), let own = record.text(at: "plan") else {
          throw damaged(number)
        }
        guard own == plan else { throw foreign(record.text(at: "line") ?? "", line) }
        progress = ExportProgress(now: now)
        end = start
        continue
      }
      if record.text(at: "kind") != nil {
        guard let failure = Self.failure(record) else { throw damaged(number) }
        failures.append(failure)
        continue
      }
      guard Self.add(record, failures, to: &progress) else { throw damaged(number) }
      failures = []
      end = start
    }
    return progress.map { ($0, end) }
  }

  private func damaged(_ number: Int) -> ExportLedger.Unusable {
    ExportLedger.Unusable(
      path: path,
      reason: "its line \(number) is damaged; remove it and `\(data)` to begin anew")
  }

  private func foreign(_ other: String, _ line: String) -> ExportLedger.Unusable {
    let whose =
      other == line ? "of this line with other values or accounts" : "of another line, `\(other)`"
    return ExportLedger.Unusable(
      path: path,
      reason: "it is \(whose); finish that one, or remove it and `\(data)` to begin anew")
  }

  private static func failure(_ record: Record) -> (
    failure: AccountFailure, section: FileSection
  )? {
    guard let failure = AccountFailure(from: record), let start = record.number(at: "start"),
      let count = record.number(at: "bytes"), start >= 0, count >= 0, count <= .max - start
    else { return nil }
    return (failure, FileSection(of: failure.account, start..<start + count))
  }

  private static func add(
    _ record: Record, _ failures: [(failure: AccountFailure, section: FileSection)],
    to progress: inout ExportProgress?
  ) -> Bool {
    guard let bytes = record.number(at: "bytes"), let rows = record.number(at: "rows"),
      bytes >= 0, rows >= 0, let done = record.text(at: "done")
    else { return false }
    progress?.bytes = bytes
    progress?.rows = rows
    for name in done.split(separator: " ") {
      progress?.done.insert(name == platform ? nil : Account.ID(rawValue: String(name)))
    }
    for (failure, section) in failures {
      progress?.failures.append(failure)
      progress?.brokenSections.append(section)
    }
    progress?.current = nil
    guard let next = record.text(at: "next") else { return true }
    guard let place = ListPlace(next: next, lastKey: record.text(at: "last")) else { return false }
    progress?.current = (record.text(at: "account").flatMap { Account.ID(rawValue: $0) }, place)
    return true
  }

  /// How the platform stands among accounts, which have no spaces and more than one character.
  private static let platform = "-"

  static func head(_ plan: String, _ line: String, _ now: Int) -> [UInt8] {
    object([("plan", .text(plan)), ("line", .text(line)), ("now", .integer(now))])
  }

  static func lines(of entry: ExportLedger.Entry) -> [UInt8] {
    var lines: [UInt8] = []
    for (failure, section) in entry.failures {
      let error = failure.error
      lines += object([
        ("account", .text(failure.account.rawValue)), ("resource", .text(failure.resource)),
        ("page", error.page.map { .integer($0) } ?? .null), ("kind", .text(error.kind.rawValue)),
        ("status", error.status.map { .integer($0) } ?? .null),
        ("request_id", error.requestID.map { .text($0) } ?? .null),
        ("message", .text(error.message)), ("attempts", .integer(error.attempts)),
        ("start", .integer(section.range.lowerBound)), ("bytes", .integer(section.range.count)),
      ])
    }
    let done = entry.done.map { $0?.rawValue ?? platform }.joined(separator: " ")
    let current = entry.current
    lines += object([
      ("bytes", .integer(entry.bytes)), ("rows", .integer(entry.rows)), ("done", .text(done)),
      ("account", (current?.account).map { .text($0.rawValue) } ?? .null),
      ("next", (current?.place.next).map { .text($0) } ?? .null),
      ("last", (current?.place.lastKey).map { .text($0) } ?? .null),
    ])
    return lines
  }

  private static func object(_ fields: [(name: String, value: Value)]) -> [UInt8] {
    Value.object(fields).json + [0x0A]
  }
}

extension Record {
  /// The text at a key; `nil` where there is none.
  fileprivate func text(at name: String) -> String? {
    guard case .text(let text) = value(at: FieldPath(name)) else { return nil }
    return text.string
  }
}

extension [UInt8] {
  /// All bytes of a file.
  fileprivate init(reading descriptor: FileDescriptor) throws {
    self = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try chunk.withUnsafeMutableBytes({ try descriptor.read(into: $0) }),
      count > 0
    {
      append(contentsOf: chunk[..<count])
    }
  }
}

extension FileDescriptor {
  /// Makes a file end at a byte. Wraps `ftruncate`.
  fileprivate func truncate(to size: Int) throws {
    guard ftruncate(rawValue, off_t(size)) == 0 else { throw Errno(rawValue: errno) }
  }
}
