import Hummingbird
import Logging
import NIOCore

/// Puts a sandbox behind a socket of 127.0.0.1, for any HTTP/1.1 client.
///
/// ```swift
/// try await SandboxServer.withServer(sandbox) { baseURL in
///   print(baseURL)  // http://127.0.0.1:41234
/// }
/// ```
package enum SandboxServer {
  /// Serves until the task is cancelled, which is its normal end.
  ///
  /// - Parameters:
  ///   - port: where to listen; 0 is any free port.
  ///   - onListening: told the port once clients can connect.
  /// - Throws: ``SandboxError/portInUse(_:)``, ``SandboxError/badPort(_:)``, or whatever
  ///   else the system says about the port.
  package static func run(
    _ sandbox: Sandbox, port: Int, onListening: @escaping @Sendable (Int) async -> Void
  ) async throws {
    guard (0...65_535).contains(port) else { throw SandboxError.badPort(port) }
    var logger = Logger(label: "sandbox")
    logger.logLevel = .critical
    let application = Application(
      responder: SandboxResponder(sandbox: sandbox),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in await onListening(channel.localAddress?.port ?? port) },
      logger: logger)
    do {
      try await application.run()
    } catch is CancellationError {
      return
    } catch let error as IOError where error.errnoCode == addressInUse {
      throw SandboxError.portInUse(port)
    }
  }

  /// Serves on a free port for as long as `body` runs, which is given the base URL.
  ///
  /// - Throws: what ``run(_:port:onListening:)`` and `body` throw.
  package static func withServer<Outcome: Sendable>(
    _ sandbox: Sandbox, _ body: (String) async throws -> Outcome
  ) async throws -> Outcome {
    let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { announcement.finish() }
        try await run(sandbox, port: 0) { announcement.yield($0) }
      }
      defer { group.cancelAll() }
      guard let port = await ports.first(where: { _ in true }) else {
        try await group.waitForAll()
        throw CancellationError()
      }
      return try await body("http://127.0.0.1:\(port)")
    }
  }
}
