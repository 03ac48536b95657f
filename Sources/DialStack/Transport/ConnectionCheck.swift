import NIOCore
import NIOHTTP1
import NIOSSL

/// Looks at connections before they carry a request, and at the statuses that they bring.
enum ConnectionCheck {
  /// A certificate says whose it is only by its common name, which has not counted since 2011
  /// (RFC 6125, 6.4.4).
  struct CertificateWithoutNames: Error {}

  /// The first line of an answer has a status below 100.
  struct BadStatus: Error {}

  /// A page is some 50 kB: one read brings it, from the first on.
  private static let readSize = 64 * 1024

  /// Readies a connection: refuses a certificate without names, and watches statuses.
  static func add(to channel: any Channel) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      try channel.syncOptions?.setOption(
        .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: readSize))
      let pipeline = channel.pipeline.syncOperations
      if let certificate = try? pipeline.nioSSL_peerCertificate(),
        certificate._subjectAlternativeNames().isEmpty
      {
        throw CertificateWithoutNames()
      }
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
      try pipeline.addHandler(StatusCheck(), position: .after(decoder))
    }
  }
}

/// Ends a connection whose answer has a status below 100.
///
/// The HTTP client takes such a status for one of an interim answer, then traps at the end.
private final class StatusCheck: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart

  private var hasFailed = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data), head.status.code < 100, !hasFailed {
      hasFailed = true
      context.fireErrorCaught(ConnectionCheck.BadStatus())
      context.close(promise: nil)
    }
    if !hasFailed { context.fireChannelRead(data) }
  }
}
