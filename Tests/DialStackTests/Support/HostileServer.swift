import DialStack
import DialTestSupport
import Synchronization

/// An HTTP server on loopback that answers with the very bytes it is told, right or wrong.
struct HostileServer: Sendable {
  /// What the server does after a request.
  enum Move: Sendable {
    case send([UInt8])
    /// Sends so many of these bytes, without keeping them all in memory.
    case flood(UInt8, count: Int)
    /// Sends these bytes again and again, for as long as somebody takes them.
    case forever([UInt8])
    case close
  }

  /// A request as it came in, its lines apart.
  struct Received: Sendable, Hashable {
    /// Which request it is, from 0.
    let index: Int
    let lines: [String]

    /// The path and the query of the request line.
    var target: String { String(lines[0].split(separator: " ")[1]) }

    /// The values of all headers called `name`.
    func headers(_ name: String) -> [String] {
      lines.dropFirst().compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
        return String(parts[1].drop { $0 == " " })
      }
    }
  }

  /// What the server saw.
  final class Log: Sendable {
    private let state = Mutex<(connections: Int, requests: [Received])>((0, []))

    var connections: Int { state.withLock { $0.connections } }
    var requests: [Received] { state.withLock { $0.requests } }
    var targets: [String] { requests.map(\.target) }

    func accept() { state.withLock { $0.connections += 1 } }

    func add(_ head: String) -> Received {
      state.withLock { state in
        let lines = head.split(separator: "\r\n").map(String.init)
        let request = Received(index: state.requests.count, lines: lines)
        state.requests.append(request)
        return request
      }
    }
  }

  let baseURL: BaseURL
  let log: Log

  /// Runs a server for as long as `body` runs; a script that gives no moves stalls.
  static func run<Result: Sendable>(
    on family: SocketListener.Family = .ipv4, _ script: @escaping @Sendable (Received) -> [Move],
    body: (HostileServer) async throws -> Result
  ) async throws -> Result {
    let log = Log()
    let listener = try SocketListener(family)
    defer { listener.close() }
    listener.start { socket in
      log.accept()
      Conversation(socket: socket, script: script, log: log).run()
    }
    let baseURL = try BaseURL("http://\(family.host):\(listener.port)")
    return try await body(HostileServer(baseURL: baseURL, log: log))
  }
}

/// One connection: gathers the heads of requests and makes the script's moves.
private struct Conversation {
  let socket: Socket
  let script: @Sendable (HostileServer.Received) -> [HostileServer.Move]
  let log: HostileServer.Log

  func run() {
    var pending: [UInt8] = []
    while let bytes = socket.read() {
      pending += bytes
      while let end = pending.firstRange(of: Array("\r\n\r\n".utf8)) {
        let head = String(decoding: pending[..<end.lowerBound], as: UTF8.self)
        pending.removeSubrange(..<end.upperBound)
        for move in script(log.add(head)) {
          guard make(move) else { return }
        }
      }
    }
  }

  /// Whether the connection goes on.
  private func make(_ move: HostileServer.Move) -> Bool {
    switch move {
    case .send(let bytes): return socket.write(bytes)
    case .flood(let byte, let count):
      let chunk = Array(repeating: byte, count: 1 << 20)
      for _ in 0..<(count >> 20) where !socket.write(chunk) { return false }
      return socket.write(Array(chunk.prefix(count & (1 << 20 - 1))))
    case .forever(let bytes):
      while socket.write(bytes) {}
      return false
    case .close: return false
    }
  }
}
