import NIOCore
import NIOExtras
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOTLS

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Route {
  /// Opens a connection: through the proxy, and with TLS, where the route has them.
  ///
  /// It fails with `ChannelError.connectTimeout` after the deadline.
  func open(on loop: any EventLoop, by deadline: NIODeadline) -> EventLoopFuture<any Channel> {
    guard tls == nil || proxy == nil || serverName != nil else {
      // The TLS library would hold the certificate against the address of the proxy.
      return loop.makeFailedFuture(
        APIError(
          .refusedConnection,
          "the certificate of an address can't be checked through a proxy; name the host of the API, "
            + "or put `\(bareHost)` into NO_PROXY"))
    }
    let time = max(deadline - .now(), .nanoseconds(1))
    let bootstrap = ClientBootstrap(group: loop).connectTimeout(time)
    let peer = proxy.map { ($0.host, $0.port) } ?? (bareHost, port)
    return bootstrap.connect(to: peer).flatMap { channel in
      let ready = loop.makePromise(of: (any Channel).self)
      let watch = loop.scheduleTask(deadline: deadline) {
        ready.fail(ChannelError.connectTimeout(time))
      }
      tunnel(through: channel, by: deadline).flatMap { encrypt(channel) }.map { channel }
        .cascade(to: ready)
      ready.futureResult.whenComplete { _ in watch.cancel() }
      ready.futureResult.whenFailure { _ in channel.close(promise: nil) }
      return ready.futureResult
    }
  }

  /// Asks the proxy, if there is one, to connect to the host (RFC 9110, 9.3.6).
  private func tunnel(through channel: any Channel, by deadline: NIODeadline) -> EventLoopFuture<
    Void
  > {
    guard let proxy else { return channel.eventLoop.makeSucceededVoidFuture() }
    let connected = channel.eventLoop.makePromise(of: Void.self)
    let encoder = HTTPRequestEncoder()
    let decoder = ByteToMessageHandler(HTTPResponseDecoder())
    let pipeline = channel.pipeline.syncOperations
    do {
      try pipeline.addHandlers([
        encoder, decoder,
        NIOHTTP1ProxyConnectHandler(
          targetHost: host, targetPort: port, headers: headers(for: proxy), deadline: deadline,
          promise: connected),
      ])
    } catch {
      connected.fail(error)
    }
    return connected.futureResult.assumeIsolated()
      .flatMap { pipeline.removeHandler(decoder) }
      .flatMap { pipeline.removeHandler(encoder) }.nonisolated()
  }

  private func headers(for proxy: ProxyAddress) -> HTTPHeaders {
    var headers = HTTPHeaders([("Host", "\(host):\(port)")])
    if let user = proxy.user {
      let words = Data("\(user.name):\(user.password)".utf8).base64EncodedString()
      headers.add(name: "Proxy-Authorization", value: "Basic \(words)")
    }
    return headers
  }

  /// Speaks TLS on the channel, where the route has it.
  private func encrypt(_ channel: any Channel) -> EventLoopFuture<Void> {
    guard let tls else { return channel.eventLoop.makeSucceededVoidFuture() }
    let agreed = channel.eventLoop.makePromise(of: Void.self)
    do {
      try channel.pipeline.syncOperations.addHandlers([
        NIOSSLClientHandler(context: try tls.context(), serverHostname: serverName),
        Handshake(agreed),
      ])
    } catch {
      agreed.fail(error)
    }
    // Of what happened before, the handlers hear nothing.
    if !channel.isActive { agreed.fail(TransportFailure.closed) }
    return agreed.futureResult
  }
}

extension ClientBootstrap {
  /// Connects to a host, or to the address that it is.
  fileprivate func connect(to peer: (host: String, port: Int)) -> EventLoopFuture<any Channel> {
    if let address = try? SocketAddress(ipAddress: peer.host, port: peer.port) {
      connect(to: address)
    } else {
      connect(host: peer.host, port: peer.port)
    }
  }
}

/// A certificate says whose it is only by its common name, which has not counted since 2011
/// (RFC 6125, 6.4.4).
struct CertificateWithoutNames: Error {}

/// Waits until TLS is spoken on a connection, and refuses a certificate without names.
private final class Handshake: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  private let agreed: EventLoopPromise<Void>

  init(_ agreed: EventLoopPromise<Void>) {
    self.agreed = agreed
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case TLSUserEvent.handshakeCompleted = event {
      let pipeline = context.pipeline.syncOperations
      if let certificate = try? pipeline.nioSSL_peerCertificate(),
        certificate._subjectAlternativeNames().isEmpty
      {
        agreed.fail(CertificateWithoutNames())
      } else {
        pipeline.removeHandler(context: context, promise: nil)
        agreed.succeed()
      }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    agreed.fail(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    agreed.fail(TransportFailure.closed)
    context.fireChannelInactive()
  }
}
