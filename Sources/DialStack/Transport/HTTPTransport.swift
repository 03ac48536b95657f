import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import Synchronization

/// Carries requests over HTTP/1.1, on connections that it keeps open.
package struct HTTPTransport: Transport {
  private let connections: Connections
  private let others: OtherConnections
  private let baseURL: BaseURL
  private let key: APIKey
  private let userAgent: String
  private let timeouts: Timeouts
  private let route: Route
  private let text: ServerText

  package init(key: APIKey, baseURL: BaseURL, options: ClientOptions) {
    self.route = Route(to: baseURL, options.network)
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    self.connections = Connections(route, options.timeouts, on: loop)
    self.others = OtherConnections()
    self.baseURL = baseURL
    self.key = key
    self.userAgent = "dialsh/\(Product.sdkVersion)" + (options.product.map { " \($0)" } ?? "")
    self.timeouts = options.timeouts
    self.text = ServerText(hiding: key)
  }

  private init(_ transport: HTTPTransport, over connections: Connections) {
    self.connections = connections
    others = transport.others
    baseURL = transport.baseURL
    key = transport.key
    userAgent = transport.userAgent
    timeouts = transport.timeouts
    route = transport.route
    text = transport.text
  }

  package var executor: (any TaskExecutor)? { connections.executor }

  /// One for each event loop, up to 8.
  package func spread(over count: Int) -> [any Transport] {
    let loops = MultiThreadedEventLoopGroup.singleton.makeIterator().filter {
      $0 !== connections.loop
    }
    let others = others.first(min(count, 8) - 1) {
      loops.map { Connections(route, timeouts, on: $0) }
    }
    return [self] + others.map { HTTPTransport(self, over: $0) }
  }

  package func send(_ request: Request) async throws -> Response {
    try Task.checkCancellation()
    let task = connections.client.execute(
      request: try message(for: request), delegate: ResponseCollector(timeouts: timeouts),
      eventLoop: .delegate(on: connections.loop), deadline: .now() + TimeAmount(timeouts.exchange))
    do {
      return try await withTaskCancellationHandler {
        try await task.get()
      } onCancel: {
        task.cancel()
      }
    } catch {
      try Task.checkCancellation()
      let failure = await APIError(transportFailure: error, on: route, timeouts)
      try Task.checkCancellation()
      throw failure
    }
  }

  private func message(for request: Request) throws(APIError) -> HTTPClient.Request {
    let url = baseURL.url(of: request.target)
    guard request.target.hasPrefix("/"), let message = try? HTTPClient.Request(url: url),
      goesHome(message)
    else {
      throw APIError(.refusedURL, "`\(APIError.place(url, text))` is not a URL of the API")
    }
    var headed = message
    headed.headers = headers(for: request)
    return headed
  }

  /// Whether the parsed URL still leads to the base's scheme, host and port.
  private func goesHome(_ message: HTTPClient.Request) -> Bool {
    let defaultPort = baseURL.scheme == "https" ? 443 : 80
    return message.scheme == baseURL.scheme && message.port == baseURL.port ?? defaultPort
      && message.host == baseURL.host
  }

  private func headers(for request: Request) -> HTTPHeaders {
    var headers = HTTPHeaders([
      ("Authorization", key.authorization), ("Accept", "application/json"),
      ("User-Agent", userAgent),
    ])
    if let account = request.account { headers.add(name: "DialStack-Account", value: "\(account)") }
    return headers
  }
}

/// The open connections of a client and its copies; closes them with the last copy.
private final class Connections: Sendable, CustomReflectable {
  let client: HTTPClient
  /// The loop that reads all of them.
  let loop: any EventLoop
  let executor: EventLoopExecutor

  init(_ route: Route, _ timeouts: Timeouts, on loop: any EventLoop) {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: route.tls, redirectConfiguration: .disallow,
      timeout: HTTPClient.Configuration.Timeout(connect: TimeAmount(timeouts.connect)),
      proxy: route.proxy.map {
        .server(host: $0.host, port: $0.port, authorization: $0.authorization)
      },
      decompression: .enabled(limit: .size(Response.largestBody)))
    configuration.http1_1ConnectionDebugInitializer = ConnectionCheck.add
    configuration.httpVersion = .http1Only
    // A listing has one connection; this bounds how many listings are under way at once.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
    // A tracer is not ours to choose; spans that nobody reads cost time.
    configuration.tracing.tracer = nil
    // Requests that fail are sent again by `Retrying`, which tells of it.
    configuration.connectionPool.retryConnectionEstablishment = false
    self.loop = loop
    executor = EventLoopExecutor(loop)
    client = HTTPClient(eventLoopGroupProvider: .shared(loop), configuration: configuration)
  }

  deinit {
    client.shutdown { _ in }
  }

  /// Shows nothing: requests that are under way hold the key.
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// The connections of a client that are read by other event loops than its first.
private final class OtherConnections: Sendable {
  private let made = Mutex<[Connections]?>(nil)

  /// The first so many, which are made when somebody asks for any.
  func first(_ count: Int, make: () -> [Connections]) -> ArraySlice<Connections> {
    guard count > 0 else { return [] }
    return made.withLock { made in
      let all = made ?? make()
      made = all
      return all.prefix(count)
    }
  }
}
