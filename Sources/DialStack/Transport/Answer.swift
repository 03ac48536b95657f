/// A good answer of the API: its status is 2xx.
struct Answer: Sendable, Hashable {
  let facts: AnswerFacts
  let body: [UInt8]
}

/// What an error tells of the answer that it is about.
struct AnswerFacts: Sendable, Hashable {
  let status: Int
  /// The id under which the API's log has the request.
  let requestID: String?
  /// How often the request was sent.
  let attempts: Int

  init(_ status: Int, _ requestID: String?, _ attempts: Int) {
    self.status = status
    self.requestID = requestID
    self.attempts = attempts
  }

  func error(_ kind: APIError.Kind, _ message: String, page: Int? = nil, item: Int? = nil)
    -> APIError
  {
    var error = APIError(
      kind, message, status: status, requestID: requestID, attempts: attempts)
    error.page = page
    error.position = item
    return error
  }
}
