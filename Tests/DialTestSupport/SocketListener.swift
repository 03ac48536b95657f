import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A listening TCP socket on loopback with a thread of its own, and one a connection.
package final class SocketListener: Sendable {
  private struct Failure: Error {}

  private struct State {
    var isClosed = false
    var isListening = true
    var open: Set<Int32> = []
  }

  /// The port that the system chose.
  package let port: Int
  private let descriptor: Int32
  private let state = Mutex(State())

  /// Which loopback it is.
  package enum Family {
    case ipv4, ipv6

    /// The address as a URL has it.
    package var host: String { self == .ipv4 ? "127.0.0.1" : "[::1]" }
  }

  /// - Parameter backlog: how many connections may wait to be accepted.
  package init(_ family: Family = .ipv4, backlog: Int32 = 64) throws {
    descriptor = socket(family == .ipv4 ? AF_INET : AF_INET6, Self.stream, 0)
    var port: UInt16?
    switch family {
    case .ipv4:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      if Self.listen(descriptor, at: &address, backlog) { port = address.sin_port }
    case .ipv6:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_addr = in6addr_loopback
      if Self.listen(descriptor, at: &address, backlog) { port = address.sin6_port }
    }
    guard let port else { throw Failure() }
    self.port = Int(UInt16(bigEndian: port))
  }

  /// Listens at an address, which then has the port that the system chose.
  private static func listen<Address>(
    _ descriptor: Int32, at address: inout Address, _ backlog: Int32
  ) -> Bool {
    var size = socklen_t(MemoryLayout<Address>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && listenSocket(descriptor, backlog) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
  }

  #if os(Linux)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// A socket that is connected to a port of loopback; `nil` if nobody listens there.
  package static func connection(to port: Int) -> Int32? {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    let client = socket(AF_INET, stream, 0)
    let result = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return result == 0 ? client : nil
  }

  /// Connects to itself so often that nobody else gets a connection.
  package func fillBacklog() {
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
  package func start(_ serve: @escaping @Sendable (Socket) -> Void) {
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
  package func close() {
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
package struct Socket: Sendable {
  package let descriptor: Int32

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// What came in; `nil` at the end.
  package func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  /// Whether all went out.
  package func write(_ bytes: [UInt8]) -> Bool {
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

/// Wraps `listen`.
private func listenSocket(_ descriptor: Int32, _ backlog: Int32) -> Int32 {
  listen(descriptor, backlog)
}
