import DialTestSupport
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A proxy on loopback that takes CONNECT and leads every connection to one port here.
struct ConnectProxy: Sendable {
  /// The heads of the requests to the proxy.
  final class Log: Sendable {
    private let state = Mutex<[[String]]>([])
    var heads: [[String]] { state.withLock { $0 } }

    func add(_ bytes: [UInt8]) {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
      state.withLock { $0.append(lines.map(String.init)) }
    }
  }

  let port: Int
  let log: Log

  /// Runs a proxy that answers with `status`, for as long as `body` runs.
  static func run<Result: Sendable>(
    to target: Int, answering status: String = "200 OK",
    body: (ConnectProxy) async throws -> Result
  ) async throws -> Result {
    let log = Log()
    let listener = try SocketListener()
    defer { listener.close() }
    listener.start { client in
      guard let head = client.read() else { return }
      log.add(head)
      guard client.write(Array("HTTP/1.1 \(status)\r\n\r\n".utf8)), status.hasPrefix("200"),
        let server = SocketListener.connection(to: target).map({ Socket(descriptor: $0) })
      else { return }
      Thread.detachNewThread {
        while let bytes = client.read(), server.write(bytes) {}
        shutdown(server.descriptor, Int32(SHUT_RDWR))
      }
      while let bytes = server.read(), client.write(bytes) {}
      shutdown(client.descriptor, Int32(SHUT_RDWR))
    }
    return try await body(ConnectProxy(port: listener.port, log: log))
  }
}
