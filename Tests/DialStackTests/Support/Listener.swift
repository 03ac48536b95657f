import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A listening TCP socket on loopback with a thread of its own, and one a connection.
final class Listener: Sendable {
  private struct Failure: Error {}

  private struct State {
    var isClosed = false
    var open: Set<Int32> = []
  }

  /// The port that the system chose.
  let port: Int
  private let descriptor: Int32
  private let state = Mutex(State())

  init() throws {
    #if os(Linux)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    guard result else { throw Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  /// Calls `serve` on a thread for every connection, and closes it afterwards.
  func start(_ serve: @escaping @Sendable (Socket) -> Void) {
    Thread.detachNewThread { [self] in
      while case let client = accept(descriptor, nil, nil), client >= 0 {
        guard enter(client) else { break }
        Thread.detachNewThread { [self] in
          serve(Socket(descriptor: client))
          leave(client)
        }
      }
      _ = Self.closeDescriptor(descriptor)
    }
  }

  /// Ends all connections, and the threads with them.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for client in state.open { shutdown(client, Int32(SHUT_RDWR)) }
    }
    shutdown(descriptor, Int32(SHUT_RDWR))
  }

  private func enter(_ client: Int32) -> Bool {
    state.withLock { state in
      if state.isClosed {
        _ = Self.closeDescriptor(client)
      } else {
        state.open.insert(client)
      }
      return !state.isClosed
    }
  }

  private func leave(_ client: Int32) {
    state.withLock { state in
      state.open.remove(client)
      _ = Self.closeDescriptor(client)
    }
  }

  private static func closeDescriptor(_ descriptor: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.close(descriptor)
    #elseif canImport(Musl)
      Musl.close(descriptor)
    #else
      Darwin.close(descriptor)
    #endif
  }
}

/// One connection.
struct Socket: Sendable {
  fileprivate let descriptor: Int32

  /// What came in; `nil` at the end.
  func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Whether all went out.
  func write(_ bytes: [UInt8]) -> Bool {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
