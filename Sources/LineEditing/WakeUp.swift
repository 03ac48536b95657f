#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe that ends a `poll` or a `read` from another thread.
final class WakeUp: Sendable {
  /// Becomes readable once `signal()` was called.
  let descriptor: CInt
  private let writeEnd: CInt

  init() throws(LineEditorError) {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .unavailable(step: "pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Wakes the waiting side. A full pipe is no loss: it is readable already.
  func signal() {
    var byte: UInt8 = 1
    while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
  }

  /// Forgets all signals so far; what they announced must be looked at afterwards.
  func reset() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 || (count < 0 && errno == EINTR) { continue }
      return
    }
  }

  /// Blocks the thread until there is a signal, or for so long at most.
  func wait(atMost milliseconds: CInt) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, milliseconds)
  }

  /// Blocks the thread until there is a signal.
  func wait() {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, -1) < 0, errno == EINTR {}
  }
}
