/// Carries one request to the API and brings back the whole answer.
///
/// ``HTTPTransport`` does it over a socket, the sandbox in memory; a client wraps either
/// with retries and reports. A transport answers with whatever status the other side
/// gave; only a missing or unusable exchange is thrown.
package protocol Transport: Sendable {
  /// Sends `request` and returns the answer with its body read to the end.
  ///
  /// - Throws: ``APIError`` of a kind without a status (connection, timeout, cut
  ///   body, oversized body, refused URL), or `CancellationError`.
  func send(_ request: Request) async throws -> Response

  /// Where the answers of one list are best worked on, one after the other; `nil` has no wish.
  var executor: (any TaskExecutor)? { get }

  /// Transports that bring the answers of different lists to different places, so that several lists
  /// are worked on at a time: one or more, and no more than `count`, this one first.
  func spread(over count: Int) -> [any Transport]
}

extension Transport {
  package var executor: (any TaskExecutor)? { nil }
  package func spread(over count: Int) -> [any Transport] { [self] }
}

/// A GET request, relative to the base URL of the API.
package struct Request: Sendable, Hashable {
  /// The path and the query, beginning with one `/`, percent-encoded.
  package var target: String

  /// The account the request speaks for, sent as `DialStack-Account`.
  package var account: Account.ID?

  package init(target: String, account: Account.ID? = nil) {
    self.target = target
    self.account = account
  }
}

/// An answer with its whole body.
package struct Response: Sendable, Hashable {
  /// The HTTP status code.
  package var status: Int

  /// The header fields in the order of the answer.
  package var headers: [HeaderField]

  /// The body, after any content encoding was undone.
  package var body: [UInt8]

  package init(status: Int, headers: [HeaderField], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header field called `name`, in any letter case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// One line of an answer's header.
package struct HeaderField: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Response {
  /// The most bytes of a body that is taken, after any content encoding was undone: 64 MiB.
  package static let largestBody = PageBody.largestBody
}
