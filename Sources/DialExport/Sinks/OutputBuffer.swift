/// Bytes on their way to an output, which are written when a page is whole or so many wait.
struct OutputBuffer<Target: Output & ~Copyable>: ~Copyable {
  /// Bytes are written when so many wait: large writes cost least.
  private let chunk = 64 * 1024

  /// What waits to be written.
  var bytes: [UInt8] = []
  private var target: Target
  /// How many bytes were written.
  private var written = 0
  private let context: SinkContext
  /// Whether writing has failed, so that nothing more is written.
  private var hasFailed = false

  init(into target: consuming Target, for context: SinkContext) {
    self.target = target
    self.context = context
  }

  /// Writes what waits, if it is time to.
  mutating func pass() throws {
    if context.pace == .pageByPage || bytes.count >= chunk { try flush() }
  }

  /// Writes what waits.
  private mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    // Until it is known that it has not.
    hasFailed = true
    try context.writing { try target.write(bytes) }
    hasFailed = false
    written += bytes.count
    bytes.removeAll(keepingCapacity: true)
  }

  /// How many bytes there are, those that wait included.
  var count: Int { written + bytes.count }

  /// Writes what waits and makes it stand.
  ///
  /// - Returns: sentences for the user.
  mutating func commit() throws -> [String] {
    try flush()
    hasFailed = true
    try target.commit()
    hasFailed = false
    return target.warnings
  }

  /// Writes what waits, unless that has failed before, and undoes what can be undone.
  mutating func abandon() {
    // The run has failed already: nothing more is said should the rest not be written.
    if !hasFailed { try? flush() }
    target.abandon()
  }
}
