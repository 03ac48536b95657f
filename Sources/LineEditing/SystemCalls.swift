#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes all bytes, waiting where the descriptor does not block.
///
/// - Returns: The `errno` of the failure, or `nil`.
func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest.removeFirst(count)
    } else if errno == EAGAIN {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&request, 1, -1)
    } else if errno != EINTR {
      return errno
    }
  }
  return nil
}

/// Reads what is there, `maximum` bytes at most; `code` is the `errno` of a failure.
func readSome(_ maximum: Int, from descriptor: CInt) -> (bytes: ArraySlice<UInt8>, code: CInt?) {
  var chunk = [UInt8](repeating: 0, count: maximum)
  let count = read(descriptor, &chunk, maximum)
  return count < 0 ? ([], errno) : (chunk[..<count], nil)
}

/// The system's words for an `errno`.
func systemMessage(for code: CInt) -> String {
  var buffer = [CChar](repeating: 0, count: 256)
  guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
  let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Whether `bytes` begin with `beginning`; they are at least as many. Wraps `memcmp`.
func haveSameBeginning(_ bytes: UnsafeBufferPointer<UInt8>, _ beginning: [UInt8]) -> Bool {
  guard let start = bytes.baseAddress else { return beginning.isEmpty }
  return memcmp(start, beginning, beginning.count) == 0
}
