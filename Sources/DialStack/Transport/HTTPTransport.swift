import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Carries requests over HTTP/1.1, on connections that it keeps open.
package struct HTTPTransport: Transport, CustomReflectable {
  private let connections: Connections
  private let others: OtherConnections
  private let baseURL: BaseURL
  /// What every request says.
  private let headers: HTTPHeaders
  private let timeouts: Timeouts
  private let route: Route
  private let text: ServerText

  package init(key: APIKey, baseURL: BaseURL, options: ClientOptions) {
    self.route = Route(to: baseURL, options.network)
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    self.connections = Connections(route, options.timeouts, on: loop)
    self.others = OtherConnections()
    self.baseURL = baseURL
    self.headers = HTTPHeaders([
      ("Host", baseURL.authority), ("Authorization", key.authorization),
      ("Accept", "application/json"),
      (
        "User-Agent",
        "dialsh/\(Product.sdkVersion)" + (options.product.map { " \($0)" } ?? "")
      ),
    ])
    self.timeouts = options.timeouts
    self.text = ServerText(hiding: key)
  }

  private init(_ transport: HTTPTransport, over connections: Connections) {
    self.connections = connections
    others = transport.others
    baseURL = transport.baseURL
    headers = transport.headers
    timeouts = transport.timeouts
    route = transport.route
    text = transport.text
  }

  /// Shows nothing: the headers hold the key.
  package var customMirror: Mirror { Mirror(self, children: []) }

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
    let exchange = Exchange(
      try head(of: request), within: timeouts.exchange, on: connections.loop)
    do {
      return try await withTaskCancellationHandler {
        connections.carry(exchange)
        return try await exchange.answer.get()
      } onCancel: {
        connections.cancel(exchange)
      }
    } catch {
      try Task.checkCancellation()
      let failure = await APIError(transportFailure: error, on: route, timeouts)
      try Task.checkCancellation()
      throw failure
    }
  }

  /// A target that is a path leads nowhere but to the host of the connections.
  private func head(of request: Request) throws(APIError) -> HTTPRequestHead {
    guard PageURL.isSafe(request.target) else {
      let place = APIError.place(baseURL.url(of: request.target), text)
      throw APIError(.refusedURL, "`\(place)` is not a URL of the API")
    }
    var head = HTTPRequestHead(
      version: .http1_1, method: .GET, uri: baseURL.prefix + request.target, headers: headers)
    if let account = request.account {
      head.headers.add(name: "DialStack-Account", value: "\(account)")
    }
    return head
  }
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
