package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits that end when the task is cancelled.
extension FileDescriptor {
  /// How long is waited between two looks at whether the task is cancelled, in milliseconds.
  private static let interval: CInt = 50

  /// Writes all of `bytes`, however slow the reader is; but a task that is cancelled does not
  /// wait for one that takes nothing.
  ///
  /// - Throws: `Errno`, or `CancellationError` with some of the bytes written.
  package func writeUnlessStopped(_ bytes: [UInt8]) throws {
    if let status = try? PathStatus(self), status.isRegularFile {
      try writeAll(bytes)
      return
    }
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

  /// Opens a device or a pipe to be written; a pipe waits for its reader.
  ///
  /// - Throws: `Errno`, or `CancellationError`.
  static func openUnlessStopped(_ path: String) throws -> FileDescriptor {
    while true {
      do {
        return try FileDescriptor.open(
          FilePath(path), .writeOnly, options: [.nonBlocking, .closeOnExec])
      } catch Errno.noSuchAddressOrDevice where (try? PathStatus(path))?.isPipe == true {
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
