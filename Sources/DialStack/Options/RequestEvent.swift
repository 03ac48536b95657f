/// What happens to a request, for logs and progress; never holds the API key.
public enum RequestEvent: Sendable, Hashable {
  /// A request goes out.
  case sending(RequestAttempt)
  /// An answer came whole, whatever its status; `bytes` is the size of its body, uncompressed.
  case received(
    RequestAttempt, status: Int, bytes: Int, duration: Duration, requestID: String?)
  /// No whole answer came.
  case failed(RequestAttempt, duration: Duration, reason: String)
  /// The attempt failed for the reason told; the next comes after `duration`.
  case waiting(RequestAttempt, duration: Duration, reason: String)
}

/// One time that a request is sent.
public struct RequestAttempt: Sendable, Hashable {
  /// The request, counted from 1 for a client and its copies.
  public let request: Int
  /// The attempt, counted from 1.
  public let number: Int
  /// The HTTP method, `GET`.
  public let method: String
  /// The path and the query, percent-encoded.
  public let target: String
  /// The account that the request speaks for.
  public let account: Account.ID?

  package init(request: Int, number: Int, method: String, target: String, account: Account.ID?) {
    self.request = request
    self.number = number
    self.method = method
    self.target = target
    self.account = account
  }
}
