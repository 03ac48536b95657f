import NIOCore
import NIOExtras
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension APIError {
  /// What a failure below HTTP means.
  ///
  /// - Parameter timeouts: what the request was allowed, for the message.
  init(transportFailure error: any Error, on route: Route, _ timeouts: Timeouts) async {
    if let failure = TLSFailure(error) {
      self = await failure.error(on: route, timeouts)
    } else {
      self.init(error, on: route, timeouts)
    }
  }

  private init(_ error: any Error, on route: Route, _ timeouts: Timeouts) {
    switch error {
    case let error as APIError: self = error
    case let failure as TransportFailure: self.init(failure, on: route, timeouts)
    case let failure as NIOHTTP1ProxyConnectHandler.Error: self.init(failure, on: route, timeouts)
    case let failure as HTTPParserError: self.init(failure)
    case NIOHTTPDecompression.DecompressionError.limit:
      self.init(TransportFailure.tooLarge, on: route, timeouts)
    case is NIOHTTPDecompression.DecompressionError,
      is NIOHTTPDecompression.ExtraDecompressionError:
      self.init(.decoding, "the answer could not be uncompressed")
    case let failure as NIOConnectionError: self.init(failure)
    case let failure as IOError: self.init(failure, on: route)
    case is ChannelError: self.init(TransportFailure.closed, on: route, timeouts)
    default:
      self.init(.connection, "the exchange with the API failed: \(type(of: error))")
    }
  }

  private init(_ failure: TransportFailure, on route: Route, _ timeouts: Timeouts) {
    switch failure {
    case .noConnection:
      self.init(.timeout, "no connection to \(route.peer) within \(timeouts.connect)")
    case .noAnswer: self.init(.timeout, "no answer within \(timeouts.firstByte)")
    case .stalledBody:
      self.init(.timeout, "the answer stalled: nothing came for \(timeouts.betweenBytes)")
    case .tooSlow: self.init(.tooSlow, "the answer was not whole within \(timeouts.exchange)")
    case .tooLarge: self.init(.tooLarge, "the answer is larger than 64 MiB")
    case .closed:
      self.init(.connection, "the connection closed before the answer was whole")
    case .badStatus: self.init(.decoding, "the answer is not HTTP: its status is below 100")
    }
  }

  private init(_ failure: IOError, on route: Route) {
    let reason = String(cString: strerror(failure.errnoCode)).lowercased()
    self.init(.connection, "the connection to \(route.peer) failed: \(reason)")
  }

  private init(_ failure: NIOConnectionError) {
    let isUnknown = failure.connectionErrors.isEmpty
    self.init(
      .connection,
      isUnknown
        ? "no host is called `\(failure.host)`"
        : "no connection to `\(failure.host)`, port \(failure.port)")
  }

  private init(
    _ failure: NIOHTTP1ProxyConnectHandler.Error, on route: Route, _ timeouts: Timeouts
  ) {
    switch failure {
    case .proxyAuthenticationRequired():
      self.init(
        .refusedConnection,
        "\(route.peer) wants to know a user; write http://USER:PASSWORD@HOST:PORT in HTTPS_PROXY")
    case .httpProxyHandshakeTimeout():
      self.init(TransportFailure.noConnection, on: route, timeouts)
    default: self.init(.connection, "\(route.peer) does not connect to `\(route.host)`")
    }
  }

  private init(_ failure: HTTPParserError) {
    switch failure {
    case .invalidEOFState, .closedConnection:
      self.init(.connection, "the connection closed before the answer was whole")
    case .headerOverflow: self.init(.tooLarge, "the header of the answer is too large")
    default: self.init(.decoding, "the answer is not HTTP: \(failure)")
    }
  }
}
