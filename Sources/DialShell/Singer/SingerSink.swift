import DialExport
import DialRows
import DialStack
import SystemPackage

/// Rows as the messages of Singer: SCHEMA, a RECORD a row, and a STATE behind accounts that are done.
///
/// A STATE is written as soon as no less was written of records since the last one as it is long, so
/// that states of many accounts don't outweigh the records; and as the last line, however it ends.
final class SingerSink: RowSink {
  private let stream: SingerStream
  private let state: SingerState
  private let output: FileDescriptor
  private let now: @Sendable () -> Timestamp
  private var lines: JSONLines
  /// What stands before and behind the object of each record; the time comes last.
  private let head: [UInt8]
  private let tail: [UInt8]
  /// The version that old records of the target are removed by, if they are.
  private let version: Int?
  private var reader: FieldReader?
  /// The time of the newest row of the list that is read.
  private var newest: Timestamp?
  private var bytes: [UInt8] = []
  /// How many bytes of records were written since the last STATE, and how many that had.
  private var sinceState = 0
  private var stateSize = 0
  private var hasNews = false
  private var isWhole = true
  private var hasFailed = false

  init(
    _ stream: SingerStream, _ state: SingerState, removesOld: Bool, to output: FileDescriptor,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.stream = stream
    self.state = state
    self.output = output
    self.now = now
    lines = JSONLines(
      columns: stream.properties.map(\.column), types: stream.properties.map(\.type))
    version = removesOld ? state.version : nil
    let versioned = version.map { ",\"version\":\($0)" } ?? ""
    let name = Value.text(stream.name).jsonText
    head = Array("{\"type\":\"RECORD\",\"stream\":\(name)\(versioned),\"record\":".utf8)
    tail = Array(",\"time_extracted\":".utf8)
    reader = stream.replicationKey.map { FieldReader(FieldPath($0)) }
  }

  func begin() throws {
    var message: [(name: String, value: Value)] = [
      ("type", .text("SCHEMA")), ("stream", .text(stream.name)), ("schema", stream.schema),
      ("key_properties", .list(stream.keys.map { .text($0) })),
    ]
    if let key = stream.replicationKey {
      message.append(("bookmark_properties", .list([.text(key)])))
    }
    append(message)
    try flush()
  }

  func take(_ batch: Batch) throws {
    let before = bytes.count
    let ending = tail + Value.text(now().text).json + Array("}\n".utf8)
    let head = head
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    lines.forEachObject(of: batch.records) { object in
      bytes += head
      bytes += object
      bytes += ending
    }
    swap(&bytes, &self.bytes)
    noteNewest(of: batch.records)
    sinceState += self.bytes.count - before
    switch batch.mark?.rest {
    case .nothing?:
      state.finish(batch.mark?.account, newest: newest)
      (newest, hasNews) = (nil, true)
      if sinceState >= stateSize { appendState() }
    case .failure?:
      newest = nil
      isWhole = false
    case .page?, nil: break
    }
    try flush()
  }

  private func noteNewest(of records: [Record]) {
    guard reader != nil else { return }
    for record in records {
      guard case .text(let text)? = reader?.value(in: record), let time = Timestamp(text),
        newest.map({ $0 < time }) ?? true
      else { continue }
      newest = time
    }
  }

  private func append(_ message: [(name: String, value: Value)]) {
    bytes += Value.object(message).json + [0x0A]
  }

  private func appendState() {
    let start = bytes.count
    append(SingerSink.stateMessage(state))
    stateSize = bytes.count - start
    (sinceState, hasNews) = (0, false)
  }

  /// The STATE message of what was read so far.
  static func stateMessage(_ state: SingerState) -> [(name: String, value: Value)] {
    [("type", .text("STATE")), ("value", state.json)]
  }

  private func flush() throws {
    guard !bytes.isEmpty else { return }
    hasFailed = true
    try output.writeUnlessStopped(bytes)
    hasFailed = false
    bytes.removeAll(keepingCapacity: true)
  }

  func finish() throws -> SinkNotes {
    // What was not read must not go.
    if let version, isWhole {
      append([
        ("type", .text("ACTIVATE_VERSION")), ("stream", .text(stream.name)),
        ("version", .integer(version)),
      ])
    }
    if isWhole { state.finishStream() }
    appendState()
    try flush()
    var notes = SinkNotes()
    notes.warnings = lines.warnings
    return notes
  }

  func abandon() {
    guard !hasFailed else { return }
    if sinceState > 0 || hasNews { appendState() }
    // The run has failed already.
    try? flush()
  }
}
