import DialStack

extension Sandbox {
  /// Gives `answer` to a caller in this process, as a client sees it behind a socket.
  ///
  /// The slow deliveries take as long as they do on the wire; a cut body is a broken
  /// connection, and a stalled one a time-out without the wait for it.
  ///
  /// - Throws: ``APIError``, or `CancellationError`.
  func deliverInMemory(_ answer: SandboxAnswer) async throws -> Response {
    switch answer.delivery {
    case .whole: break
    case .slowHeaders, .slowBody: try await Task.sleep(for: options.slowness)
    case .cutBody:
      throw APIError(.connection, "the connection closed before the answer was whole")
    case .stalledBody:
      throw APIError(
        .timeout, "the answer stalled: nothing came for \(Timeouts().betweenBytes)")
    }
    return answer.response
  }
}
