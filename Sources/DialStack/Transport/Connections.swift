import NIOCore

/// The open connections of a client and its copies that one event loop reads; closes them with the
/// last copy.
final class Connections: Sendable {
  /// The loop that reads all of them.
  let loop: any EventLoop
  let executor: EventLoopExecutor
  private let route: Route
  private let timeouts: Timeouts
  private let open: NIOLoopBoundBox<[Connection]>

  init(_ route: Route, _ timeouts: Timeouts, on loop: any EventLoop) {
    self.loop = loop
    self.route = route
    self.timeouts = timeouts
    executor = EventLoopExecutor(loop)
    open = .makeBoxSendingValue([], eventLoop: loop)
  }

  deinit {
    loop.execute { [open] in
      for connection in open.value { connection.close() }
    }
  }

  /// Has a connection carry `exchange`: a free one, or else one that is opened for it.
  func carry(_ exchange: Exchange) {
    guard loop.inEventLoop else { return loop.execute { self.carry(exchange) } }
    guard !exchange.isOver else { return }
    if let free = open.value.last(where: { $0.isFree }) {
      free.carry(exchange)
    } else {
      openConnection(for: exchange)
    }
  }

  /// Ends `exchange`, and the connection that carries it.
  func cancel(_ exchange: Exchange) {
    loop.execute { [self] in
      exchange.end(.failure(CancellationError()))
      open.value.first { $0.carries(exchange) }?.close()
    }
  }

  private func openConnection(for exchange: Exchange) {
    for connection in open.value where connection.isStale { connection.close() }
    let limit = NIODeadline.now() + TimeAmount(timeouts.connect)
    let isShort = exchange.deadline < limit
    route.open(on: loop, by: isShort ? exchange.deadline : limit).whenComplete { [self] opened in
      do {
        let connection = try keep(opened.get())
        if !exchange.isOver { connection.carry(exchange) }
      } catch ChannelError.connectTimeout {
        exchange.end(.failure(isShort ? TransportFailure.tooSlow : .noConnection))
      } catch {
        exchange.end(.failure(error))
      }
    }
  }

  private func keep(_ channel: any Channel) throws -> Connection {
    let connection: Connection
    do {
      connection = try Connection.start(on: channel, timeouts)
    } catch {
      channel.close(promise: nil)
      throw error
    }
    open.value.append(connection)
    channel.closeFuture.assumeIsolated().whenComplete { [weak self] _ in
      self?.open.value.removeAll { $0 === connection }
    }
    return connection
  }
}
