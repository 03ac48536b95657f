/// What went wrong between the client and the API.
///
/// A cancelled task is not an `APIError`: it throws `CancellationError`. No part of it
/// ever holds the API key, and all text of the server in it is printable and cut short.
public struct APIError: Error, Sendable, Hashable {
  /// What to do about an error depends on its kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The request makes no sense to the API, or a parameter was refused before sending.
    case invalidRequest
    /// The key is missing, wrong or revoked (401).
    case authentication
    /// The key is good, but not for this account or resource (403).
    case permission
    /// There is no such thing on this account (404).
    case notFound
    /// It exists already, or is in use (409).
    case conflict
    /// The request is well-formed but wrong (422).
    case validation
    /// Too many requests, for longer than the client is willing to wait (429).
    case rateLimit
    /// The API failed (5xx).
    case server
    /// No connection, or one that broke before the answer was whole.
    case connection
    /// The answer, or its next bytes, did not come in time.
    case timeout
    /// The answer was not whole within the time that an exchange may take.
    case tooSlow
    /// There is no connection that may carry the key: a certificate fails, the server knows no
    /// TLS 1.2, or a proxy wants a password.
    case refusedConnection
    /// The answer is not what the API's documents promise.
    case decoding
    /// The next page is said to be somewhere the key must not go.
    case refusedURL
    /// The server sends the client elsewhere, which is refused.
    case redirect
    /// The answer is larger than 64 MiB.
    case tooLarge
    /// The pages of a list come round again, or bring no new row without end.
    case looping
    /// So many requests were sent as this client may send; refused before sending.
    case budget
    /// Nothing but failures came for a minute; refused before sending.
    case outage
    /// A page token expired, and the list could not be taken up where it had stopped.
    case lostPlace
  }

  /// What kind of failure it is.
  public package(set) var kind: Kind
  /// The HTTP status, if there was an answer.
  public package(set) var status: Int?
  /// The API's slug, to branch on: `invalid_pagination`.
  public package(set) var code: String?
  /// One sentence without its stop, the API's own where it gave one.
  public package(set) var message: String
  /// The reasons for single fields, where the API gave them.
  public package(set) var details: [String: String]
  /// The id under which the API's log has the request.
  public package(set) var requestID: String?
  /// How often the request was sent; 0 if it was refused before sending.
  public package(set) var attempts: Int
  /// How long the API asks to wait before the next request.
  public package(set) var retryAfter: Duration?
  /// The page of the list, from 1, if the failure belongs to one.
  public package(set) var page: Int?
  /// The item on the page, from 1, if the failure belongs to one.
  public package(set) var position: Int?

  package init(
    _ kind: Kind, _ message: String, status: Int? = nil, code: String? = nil,
    requestID: String? = nil, attempts: Int = 0, page: Int? = nil
  ) {
    self.page = page
    self.kind = kind
    self.message = message
    self.status = status
    self.code = code
    self.details = [:]
    self.requestID = requestID
    self.attempts = attempts
  }
}

extension APIError {
  /// The same error, with the account or the list that it is about in front.
  package func naming(_ subject: some CustomStringConvertible) -> APIError {
    var error = self
    error.message = "\(subject): \(message)"
    return error
  }

  /// Whether the same request may succeed later: no answer came, the API was busy or failed,
  /// or the budget was spent.
  package var isPassing: Bool {
    switch kind {
    case .connection, .timeout, .tooSlow, .server, .rateLimit, .budget, .outage: true
    case .invalidRequest, .authentication, .permission, .notFound, .conflict, .validation,
      .decoding, .refusedConnection, .refusedURL, .redirect, .tooLarge, .looping, .lostPlace:
      false
    }
  }
}

extension APIError: CustomStringConvertible {
  /// The message with what identifies the failure:
  /// `no such account (status 404, code not_found, request req_123)`.
  public var description: String {
    let facts = facts
    return facts.isEmpty ? message : "\(message) (\(facts.joined(separator: ", ")))"
  }

  private var facts: [String] {
    var facts: [String] = []
    if let page, let position {
      facts.append("page \(page), item \(position)")
    } else if let page {
      facts.append("page \(page)")
    }
    if let status { facts.append("status \(status)") }
    if let code { facts.append("code \(code)") }
    facts += details.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if let requestID { facts.append("request \(requestID)") }
    if attempts > 1 { facts.append("\(attempts) attempts") }
    return facts
  }
}
