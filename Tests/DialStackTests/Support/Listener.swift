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
    var isListening = true
    var open: Set<Int32> = []
  }

  /// The port that the system chose.
  let port: Int
  private let descriptor: Int32
  private let state = Mutex(State())

  /// - Parameter backlog: how many connections may wait to be accepted.
  init(backlog: Int32 = 64) throws {
    descriptor = socket(AF_INET, Self.stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && listen(descriptor, backlog) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    guard result else { throw Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  #if os(Linux)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// Connects to itself so often that nobody else gets a connection.
  func fillBacklog() {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    for _ in 0..<4 {
      let client = socket(AF_INET, Self.stream, 0)
      _ = fcntl(client, F_SETFL, O_NONBLOCK)
      _ = withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      _ = enter(client)
    }
  }

  /// Calls `serve` on a thread for every connection, and closes it afterwards.
  func start(_ serve: @escaping @Sendable (Socket) -> Void) {
    Thread.detachNewThread { [self] in
      while let client = accepted(), enter(client) {
        Thread.detachNewThread { [self] in
          serve(Socket(descriptor: client))
          leave(client)
        }
      }
      // Under the lock: a number that is closed may be another socket's before it is shut down.
      state.withLock { state in
        state.isListening = false
        _ = Self.closeDescriptor(descriptor)
      }
    }
  }

  private func accepted() -> Int32? {
    while true {
      let client = accept(descriptor, nil, nil)
      if client >= 0 { return client }
      guard errno == EINTR else { return nil }
    }
  }

  /// Ends all connections, and the threads with them.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for client in state.open { shutdown(client, Int32(SHUT_RDWR)) }
      if state.isListening { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
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
  let descriptor: Int32

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
