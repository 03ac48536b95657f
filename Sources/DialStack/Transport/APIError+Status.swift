extension APIError {
  /// What an answer with a status other than 2xx means.
  init(_ response: Response, _ facts: AnswerFacts, text: ServerText) {
    let body = ErrorBody(response.body)
    self = facts.error(Kind(status: response.status), Self.message(of: response, body, text))
    code = body.code.map { text.line($0, limit: 60) }
    let shown = body.details.sorted { $0.key < $1.key }.prefix(8)
    for (field, reason) in shown {
      details[text.line(field, limit: 60)] = text.line(reason, limit: 100)
    }
  }

  private static func message(of response: Response, _ body: ErrorBody, _ text: ServerText)
    -> String
  {
    if (300...399).contains(response.status) {
      return "the API must not redirect, and the client did not follow"
        + (response.header("Location").map { " to `\(place($0, text))`" } ?? "")
    }
    if let message = body.message { return text.line(message) }
    let phrase = phrase(of: response.status)
    return response.body.isEmpty ? phrase : "\(phrase); it said `\(text.line(response.body))`"
  }

  /// A URL without its query, which may be signed.
  static func place(_ url: String, _ text: ServerText) -> String {
    text.line(url.prefix { $0 != "?" && $0 != "#" }.utf8)
  }

  private static func phrase(of status: Int) -> String {
    switch status {
    case 400: "the API did not understand the request"
    case 401: "the API did not accept the key"
    case 403: "the key has no access to this"
    case 404: "the API has no such thing"
    case 408: "the API waited too long for the request"
    case 409: "the API has this already"
    case 422: "the API found the request wrong"
    case 429: "the API had too many requests"
    case 400...499: "the API refused the request"
    case 500...599: "the API failed"
    case 100...199: "the API answered with a status that is none of an answer"
    default: "the API answered with a status that HTTP doesn't have"
    }
  }
}

extension APIError.Kind {
  /// The kind of an answer that isn't 2xx.
  init(status: Int) {
    self =
      switch status {
      case 300...399: .redirect
      case 401: .authentication
      case 403: .permission
      case 404: .notFound
      case 408: .timeout
      case 409: .conflict
      case 422: .validation
      case 429: .rateLimit
      case 400...499: .invalidRequest
      case 500...599: .server
      default: .decoding
      }
  }
}
