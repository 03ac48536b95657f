import DialStack
import DialTestSupport
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// An HTTPS server on loopback that answers every request with an empty page of a list.
struct TLSServer: Sendable {
  /// What came in: connections, and the heads of requests.
  final class Log: Sendable {
    private let state = Mutex<(connections: Int, heads: [String])>((0, []))

    var connections: Int { state.withLock { $0.connections } }
    var heads: [String] { state.withLock { $0.heads } }

    func accept() { state.withLock { $0.connections += 1 } }
    func add(_ head: String) { state.withLock { $0.heads.append(head) } }
  }

  let port: Int
  let log: Log
  private let scratch: ScratchDirectory

  /// Runs a server with a certificate for as long as `body` runs.
  ///
  /// - Parameter version: the only version of TLS that it speaks; `nil` for 1.2 and 1.3.
  static func run<Result: Sendable>(
    _ certificate: TestCertificate, version: TLSVersion? = nil,
    body: (TLSServer) async throws -> Result
  ) async throws -> Result {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [
        .certificate(try NIOSSLCertificate(bytes: Array(certificate.pem.utf8), format: .pem))
      ],
      privateKey: .privateKey(
        try NIOSSLPrivateKey(bytes: Array(TestCertificate.key.utf8), format: .pem)))
    configuration.minimumTLSVersion = version ?? .tlsv12
    configuration.maximumTLSVersion = version
    let context = try NIOSSLContext(configuration: configuration)
    let log = Log()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers(
            [NIOSSLServerHandler(context: context), EmptyPages(log)])
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    do {
      let result = try await body(
        TLSServer(port: port, log: log, scratch: try ScratchDirectory()))
      try await channel.close()
      return result
    } catch {
      try await channel.close()
      throw error
    }
  }

  /// Options that trust the authority of ``TestCertificate``.
  func options(_ environment: [String: String] = [:]) throws -> ClientOptions {
    let file = try scratch.write(TestCertificate.authority, to: "authority.pem")
    return ClientOptions(
      network: try NetworkOptions(
        environment: environment.merging(["SSL_CERT_FILE": file]) { first, _ in first }))
  }

  /// A client of this server, by the name `host`, whose waits take no time.
  func client(
    _ options: ClientOptions, host: String = "localhost", port: Int? = nil
  ) throws -> Client {
    Client(
      transport: HTTPTransport(
        key: testKey, baseURL: try BaseURL("https://\(host):\(port ?? self.port)"),
        options: options),
      hiding: testKey, options: options,
      timing: Timing(clock: RecordingClock(), now: { 0 }, random: { 1 }))
  }
}

/// Answers the heads of requests.
private final class EmptyPages: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let log: TLSServer.Log
  private var pending = ""

  init(_ log: TLSServer.Log) {
    self.log = log
  }

  func channelActive(context: ChannelHandlerContext) {
    log.accept()
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    pending += String(buffer: unwrapInboundIn(data))
    while let end = pending.firstRange(of: "\r\n\r\n") {
      log.add(String(pending[..<end.lowerBound]))
      pending.removeSubrange(..<end.upperBound)
      let page = HTTP.bytes(200, [], Array(JSON.page(of: []).utf8))
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: page)), promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
