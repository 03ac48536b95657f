import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// A connection to the API that carries one exchange after the other.
///
/// It is used on its event loop alone.
final class Connection: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  /// A page is some 50 kB: one read brings it, from the first on.
  private static let readSize = 64 * 1024
  /// How long a connection may lie idle: servers close theirs after a minute or more.
  private static let longestIdleTime = TimeAmount.seconds(60)

  /// How long the loop has for what is there to be read, before an exchange counts as late.
  private static let patience = TimeAmount.milliseconds(20)

  private struct UnderWay {
    let exchange: Exchange
    let sent: NIODeadline
    var response = Response(status: 0, headers: [], body: [])
    /// When bytes came last; `nil` before the head of the answer.
    var lastByte: NIODeadline?
    /// Whether the server takes another request behind this one.
    var staysOpen = false
    /// How long the loop was kept from reading, which counts for no limit.
    var allowance = TimeAmount.zero
  }

  private let firstByte: TimeAmount
  private let betweenBytes: TimeAmount
  private var context: ChannelHandlerContext?
  private var current: UnderWay?
  private var idleSince = NIODeadline.now()
  private var watch: (due: NIODeadline, task: Scheduled<Void>)?

  private init(_ timeouts: Timeouts) {
    firstByte = TimeAmount(timeouts.firstByte)
    betweenBytes = TimeAmount(timeouts.betweenBytes)
  }

  /// Speaks HTTP/1.1 on a channel that has just been opened.
  static func start(on channel: any Channel, _ timeouts: Timeouts) throws -> Connection {
    try channel.syncOptions?.setOption(
      .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: readSize))
    let connection = Connection(timeouts)
    try channel.pipeline.syncOperations.addHandlers([
      HTTPRequestEncoder(), ByteToMessageHandler(HTTPResponseDecoder()),
      NIOHTTPResponseDecompressor(limit: .size(Response.largestBody)), connection,
    ])
    return connection
  }

  /// Whether it can carry an exchange now.
  var isFree: Bool {
    guard let context, current == nil else { return false }
    return context.channel.isActive && !isStale
  }

  /// Whether it lay idle for so long that the server may be about to close it.
  var isStale: Bool {
    current == nil && .now() - idleSince >= Self.longestIdleTime
  }

  /// Whether it carries `exchange`.
  func carries(_ exchange: Exchange) -> Bool { current?.exchange === exchange }

  /// Sends the request of `exchange`, and ends it with the answer; it has to be free.
  func carry(_ exchange: Exchange) {
    guard let context, context.channel.isActive else {
      return exchange.end(.failure(TransportFailure.closed))
    }
    current = UnderWay(exchange: exchange, sent: .now())
    keepWatch()
    context.write(wrapOutboundOut(.head(exchange.head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func close() {
    context?.close(promise: nil)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
    watch?.task.cancel()
    watch = nil
    fail(TransportFailure.closed)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // What comes unasked is the answer to nothing.
    guard current != nil else { return close() }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head)
    case .body(let bytes): append(bytes)
    case .end: finish()
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(TransportFailure.closed)
    context.fireChannelInactive()
  }

  private func begin(_ head: HTTPResponseHead) {
    guard head.status.code >= 100 else { return fail(TransportFailure.badStatus) }
    let size = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
    guard size <= Response.largestBody else { return fail(TransportFailure.tooLarge) }
    current?.response = Response(
      status: Int(head.status.code), headers: head.headers.map { HeaderField($0.name, $0.value) },
      body: [])
    current?.response.body.reserveCapacity(min(max(size, 0), 1 << 20))
    current?.lastByte = .now()
    current?.staysOpen = head.isKeepAlive && head.status != .switchingProtocols
    keepWatch()
  }

  private func append(_ bytes: ByteBuffer) {
    let size = current?.response.body.count ?? 0
    guard size + bytes.readableBytes <= Response.largestBody else {
      return fail(TransportFailure.tooLarge)
    }
    current?.response.body.append(contentsOf: bytes.readableBytesView)
    current?.lastByte = .now()
  }

  private func finish() {
    guard let done = current.take() else { return }
    idleSince = .now()
    if !done.staysOpen { close() }
    done.exchange.end(.success(done.response))
  }

  /// Ends what is under way; nothing more can be read then.
  private func fail(_ error: any Error) {
    current.take()?.exchange.end(.failure(error))
    close()
  }

  /// When the exchange is late, and why.
  private var limit: (due: NIODeadline, failure: TransportFailure)? {
    guard let current else { return nil }
    let step: (due: NIODeadline, failure: TransportFailure) =
      current.lastByte.map { ($0 + betweenBytes, .stalledBody) }
      ?? (current.sent + firstByte, .noAnswer)
    let deadline = current.exchange.deadline
    let first = step.due < deadline ? step : (deadline, .tooSlow)
    return (first.due + current.allowance, first.failure)
  }

  /// Looks again when the exchange is late, or before: a watch that is set stays for the exchanges
  /// to come, so that they cost no timer.
  private func keepWatch() {
    guard let limit, let context, watch.map({ limit.due < $0.due }) ?? true else { return }
    watch?.task.cancel()
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: limit.due) {
      self.watch = nil
      if let limit = self.limit, limit.due <= .now() {
        self.isLate(by: .now() - limit.due, limit.failure)
      }
      self.keepWatch()
    }
    watch = (limit.due, task)
  }

  /// Ends the exchange, unless the loop was kept from reading, as by somebody who takes the rows slowly:
  /// then the answer may have been here for long, and is read first.
  private func isLate(by time: TimeAmount, _ failure: TransportFailure) {
    guard let current, time > Self.patience || current.allowance == .zero else {
      return fail(failure)
    }
    self.current?.allowance = current.allowance + time + Self.patience
  }
}
