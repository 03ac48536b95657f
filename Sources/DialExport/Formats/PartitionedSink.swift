import DialLanguage
package import DialRows
import DialStack
import SystemPackage

/// Rows divided among files, one for each value of a column, in a folder.
///
/// Each file appears whole or not at all. Where the column is the account and a list ends, its file takes
/// its place at once; that of an account whose list fails does not. All others take theirs at the end.
/// No more than 256 files are open at a time.
package final class PartitionedSink: RowSink {
  private static let mostOpen = 256
  private static let mostWarnings = 3
  /// So many bytes of all files wait to be written.
  private static let mostWaiting = 8 << 20
  /// So many bytes of one file.
  private static let chunk = 64 * 1024

  /// One of the files.
  private final class Part {
    let number: Int
    let name: String
    var format: any ByteFormat
    var bytes: [UInt8] = []
    var descriptor: FileDescriptor?

    init(_ number: Int, name: String, _ format: any ByteFormat) {
      self.number = number
      self.name = name
      self.format = format
    }
  }

  private let format: any ByteFormat
  private let context: SinkContext
  private let divider: Column
  private var reader: ColumnReader
  private let folder: UnfinishedFolder
  private let ending: String
  private var parts: [String: Part] = [:]
  /// Those that are open, the one that was written to last behind the others.
  private var open: [Part] = []
  private var waiting = 0
  private var files = 0
  private var made = 0
  private var warnings: [String] = []
  private var isOver = false

  /// Makes the folder `path`, if it isn't there.
  ///
  /// - Throws: `Errno`.
  package init(
    into path: String, by divider: Column, _ format: any ByteFormat, for context: SinkContext
  ) throws {
    self.format = format
    self.context = context
    self.divider = divider
    reader = ColumnReader(divider.accessor)
    ending = type(of: format).signature.name
    try PathStatus.makeFolder(path)
    folder = try UnfinishedFolder(in: FilePath(path))
  }

  /// Why no folder can be made or written to at `path`; `nil` if nothing is in the way.
  package static func obstacle(to path: String) -> String? {
    var folder = FilePath(path)
    if let status = try? folder.stat() {
      guard status.type == .directory else { return "it is no directory" }
    } else {
      // It is made; its parent must be there.
      folder.removeLastComponent()
    }
    let probe = folder.isEmpty ? FilePath("x") : folder.appending("x")
    return FileOutput.obstacle(to: probe.string)
  }

  package func begin() {}

  package func take(_ batch: Batch) throws {
    var run: [Record] = []
    var value: Value?
    for record in batch.records {
      let own = reader.value(in: record)
      if own != value, let last = value {
        try append(run, to: Self.fileName(of: last))
        run.removeAll(keepingCapacity: true)
      }
      value = own
      run.append(record)
    }
    if let value { try append(run, to: Self.fileName(of: value)) }
    guard let mark = batch.mark, divider.accessor == .account, let account = mark.account else {
      return
    }
    if case .page = mark.rest { return }
    let part = part(Self.fileName(of: .text(account.rawValue)))
    parts[part.name] = nil
    if mark.rest == .nothing {
      try finish(part)
    } else {
      files -= 1
      waiting -= part.bytes.count
      close(part)
    }
  }

  private func append(_ records: [Record], to name: String) throws {
    let part = part(name)
    let before = part.bytes.count
    part.format.append(Batch(records: records), into: &part.bytes)
    waiting += part.bytes.count - before
    if part.bytes.count >= Self.chunk { try flush(part) }
    guard waiting >= Self.mostWaiting else { return }
    for part in parts.values.sorted(by: { $0.number < $1.number }) { try flush(part) }
  }

  private func part(_ name: String) -> Part {
    if let part = parts[name] { return part }
    files += 1
    made += 1
    let part = Part(made, name: name, format)
    part.format.begin(context.columns, on: nil, into: &part.bytes)
    waiting += part.bytes.count
    parts[name] = part
    return part
  }

  private func flush(_ part: Part) throws {
    let descriptor = try opened(part)
    guard !part.bytes.isEmpty else { return }
    try context.writing { try descriptor.writeUnlessStopped(part.bytes) }
    waiting -= part.bytes.count
    part.bytes.removeAll(keepingCapacity: part.bytes.count <= Self.chunk)
  }

  private func opened(_ part: Part) throws -> FileDescriptor {
    open.removeAll { $0 === part }
    if part.descriptor == nil {
      if open.count >= Self.mostOpen { close(open.removeFirst()) }
      part.descriptor = try folder.open(part.number)
    }
    open.append(part)
    guard let descriptor = part.descriptor else { preconditionFailure("it was just opened") }
    return descriptor
  }

  private func close(_ part: Part) {
    try? part.descriptor?.close()
    part.descriptor = nil
    open.removeAll { $0 === part }
  }

  private func finish(_ part: Part) throws {
    let before = part.bytes.count
    part.format.finish(into: &part.bytes)
    waiting += part.bytes.count - before
    try flush(part)
    warnings += part.format.warnings.map { "\(part.name).\(ending): \($0)" }
    try folder.take(part.number, try opened(part), as: "\(part.name).\(ending)")
    close(part)
  }

  package func finish() throws -> SinkNotes {
    for part in parts.values.sorted(by: { $0.number < $1.number }) { try finish(part) }
    parts = [:]
    abandon()
    var notes = SinkNotes()
    notes.warnings = Array(warnings.prefix(Self.mostWarnings))
    let more = warnings.count - Self.mostWarnings
    if more > 0 { notes.warnings.append("and \(more) of other files") }
    notes.files = files
    return notes
  }

  package func abandon() {
    guard !isOver else { return }
    isOver = true
    for part in open { close(part) }
    folder.remove()
  }

  deinit {
    abandon()
  }

  /// What the file of a value is called, without its ending: letters, digits and `. _ + @ -` of ASCII
  /// stand as they are, any other byte as `%` and two digits. No two values have one name.
  static func fileName(of value: Value) -> String {
    guard value != .null else { return "%null" }
    let text = value.string
    guard !text.isEmpty else { return "%empty" }
    var name = ""
    for (index, byte) in text.utf8.enumerated() {
      let isPlain =
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || index > 0 && byte == UInt8(ascii: ".") || "_+@-".utf8.contains(byte)
      if isPlain {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        name += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    guard name.utf8.count > mostOfAName else { return name }
    // It tells long values apart that begin alike.
    return name.prefix(mostOfAName - 17) + "%" + text.checksum
  }

  private static let mostOfAName = 200
}
