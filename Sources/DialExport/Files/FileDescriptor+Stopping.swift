package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits that end when the task is cancelled.
extension FileDescriptor {
  /// How long is waited between two looks at whether the task is cancelled, in milliseconds.
  private static let interval: CInt = 25

  /// Writes all of `bytes`, however slow the reader is; but a task that is cancelled does not
  /// wait for one that takes nothing.
  ///
  /// - Throws: `Errno`, or `CancellationError` with some of the bytes written.
  package func writeUnlessStopped(_ bytes: [UInt8]) throws {
    if let status = try? stat(), status.type == .regular {
      try writeAll(bytes)
      return
    }
    guard let terminal = reopenedTerminal() else { return try writeAsRoomComes(bytes) }
    try terminal.closeAfter { try terminal.writeAsRoomComes(bytes) }
  }

  private func writeAsRoomComes(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      try waitForRoom()
      // A pipe with room for anything has room for so many bytes: the write does not block.
      let chunk = rest.prefix(Int(PIPE_BUF))
      do {
        let count = try chunk.withUnsafeBytes { try write($0) }
        rest = rest.dropFirst(count)
      } catch Errno.resourceTemporarilyUnavailable {
        continue
      }
    }
  }

  /// The terminal that this is, opened anew so that a write takes what there is room for: a
  /// terminal with little room would block, and what others have open must not change.
  ///
  /// - Returns: `nil` if it is no terminal, or one that may not be opened.
  private func reopenedTerminal() -> FileDescriptor? {
    guard isatty(rawValue) == 1 else { return nil }
    var name = [CChar](repeating: 0, count: 256)
    guard ttyname_r(rawValue, &name, name.count) == 0 else { return nil }
    let path = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let options = FileDescriptor.OpenOptions(rawValue: O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return try? FileDescriptor.open(FilePath(path), .writeOnly, options: options)
  }

  /// Opens a device or a pipe to be written; a pipe waits for its reader.
  ///
  /// - Throws: `Errno`, or `CancellationError`.
  static func openUnlessStopped(_ path: String) throws -> FileDescriptor {
    while true {
      do {
        return try FileDescriptor.open(
          FilePath(path), .writeOnly, options: [.nonBlocking, .closeOnExec])
      } catch Errno.noSuchAddressOrDevice where (try? FilePath(path).stat())?.type == .fifo {
        _ = poll(nil, 0, interval)
        try Task.checkCancellation()
      }
    }
  }

  /// Wraps `poll`; an error of the descriptor is told by the write that follows.
  private func waitForRoom() throws {
    var request = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    while poll(&request, 1, Self.interval) <= 0 { try Task.checkCancellation() }
  }
}
