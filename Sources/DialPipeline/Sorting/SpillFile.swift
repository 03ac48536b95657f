import DialExport
import DialStack
import SystemPackage
import TerminalText

/// A temporary file with runs of sorted rows, one behind the other.
///
/// Nobody sees it: it has lost its name, so that it is gone with the process, however that ends.
struct SpillFile {
  /// What of the file is one run.
  typealias RunRange = Range<Int64>

  private static let chunk = 1 << 20

  private let file: TemporaryFile
  private(set) var runs: [RunRange] = []

  /// - Throws: ``SpillFailure``.
  init() throws {
    file = try SpillFailure.telling { try TemporaryFile(suffix: ".rows", isNamed: false) }
  }

  /// Writes the rows of `heap` in their order.
  ///
  /// - Throws: ``SpillFailure``, after which the file is as it was, `CancellationError`.
  mutating func append(_ heap: RowHeap) throws {
    let start = runs.last?.upperBound ?? 0
    var end = start
    var bytes: [UInt8] = []
    func write() throws {
      try Task.checkCancellation()
      end += Int64(
        try SpillFailure.telling { try file.descriptor.writeAll(toAbsoluteOffset: end, bytes) })
      bytes.removeAll(keepingCapacity: true)
    }
    for index in heap.entries.indices {
      heap.withRow(index) { chunk, offset in
        let size = StoredRow(at: offset, in: chunk.span.bytes).size
        bytes += chunk[offset..<offset + size]
      }
      if bytes.count >= Self.chunk { try write() }
    }
    try write()
    runs.append(start..<end)
  }

  /// Appends up to `count` bytes from `offset` on to `bytes`.
  ///
  /// - Throws: ``SpillFailure``.
  func read(_ count: Int, at offset: Int64, into bytes: inout [UInt8]) throws {
    let start = bytes.count
    bytes += repeatElement(0, count: count)
    var done = 0
    while done < count {
      let more = try SpillFailure.telling {
        try bytes.withUnsafeMutableBytes { buffer in
          try file.descriptor.read(
            fromAbsoluteOffset: offset + Int64(done),
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[(start + done)...]))
        }
      }
      guard more > 0 else { throw SpillFailure(Errno.ioError) }
      done += more
    }
  }
}

/// Why rows could not be kept in a temporary file.
struct SpillFailure: Error, CustomStringConvertible {
  private let cause: Errno

  init(_ cause: Errno) {
    self.cause = cause
  }

  var description: String {
    "can't sort in \(TemporaryFile.folder.visible), where rows go that memory has no room for: \(cause); "
      + "TMPDIR names another folder, and `.memory` gives more room"
  }

  /// Runs `work`, whose `Errno` is told as one of these.
  static func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as Errno {
      throw SpillFailure(error)
    }
  }
}
