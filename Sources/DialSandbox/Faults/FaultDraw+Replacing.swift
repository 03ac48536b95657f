import DialStack

extension FaultDraw {
  /// The answer that the first fault that has one gives instead of the right one.
  func replacement(for inquiry: Inquiry, isFirstPage: Bool) -> Response? {
    for kind in kinds {
      if let response = replacement(kind, for: inquiry, isFirstPage: isFirstPage) {
        return response
      }
    }
    return nil
  }

  private func replacement(
    _ kind: Fault.Kind, for inquiry: Inquiry, isFirstPage: Bool
  ) -> Response? {
    switch kind {
    case .tooManyRequests: Self.tooMany.with("Retry-After", "1")
    case .tooManyRequestsUntilDate:
      Self.tooMany.with("Retry-After", UTCTime(seconds: now() + 1).headerText)
    case .tooManyRequestsWithoutTime: Self.tooMany
    case .unavailable: Self.unavailable
    case .unavailableWithTime: Self.unavailable.with("Retry-After", "1")
    case .serverError: .refusal(500, "something went wrong", code: "internal_error")
    case .shapeA: .json(400, Self.shapeA)
    case .shapeB: .frameworkError(400, "the request was not understood")
    case .shapeC: .json(400, Self.shapeC)
    case .shapeD: turn(of: Self.shapesD)
    case .noContent: Response(status: 204, headers: [], body: [])
    case .html: Self.page(200)
    case .redirect:
      Response(
        status: 302, headers: [HeaderField("Location", "https://evil.example\(inquiry.target)")],
        body: [])
    case .echoKey:
      .refusal(403, "the key \(inquiry.key ?? "") may not do this", code: "forbidden")
    case .expiredToken: isFirstPage ? nil : Refusal.badToken.response
    default: nil
    }
  }

  private static let tooMany = Response.refusal(429, "too many requests", code: "rate_limited")
  private static let unavailable = Response.refusal(
    503, "temporarily unavailable", code: "unavailable")

  private static let shapeA = """
    {"error":"the phone is taken","code":"user_already_has_device",\
    "details":{"user":"has a device"},"existing_device":"dev_01abc"}
    """

  private static let shapeC = """
    {"error":{"message":"the request was not understood","code":"parameter_invalid",\
    "type":"invalid_request_error","param":"status","doc_url":"https://docs.example/errors"}}
    """

  private static let shapesD = [
    Response(status: 400, headers: [], body: []), page(400),
    .json(400, "null"), .json(400, "\"bad request\""), .json(400, "[\"bad\",\"request\"]"),
  ]

  private static func page(_ status: Int) -> Response {
    let html = "<!DOCTYPE html><html><body><h1>Gateway</h1></body></html>\n"
    return Response(
      status: status, headers: [HeaderField("Content-Type", "text/html; charset=utf-8")],
      body: Array(html.utf8))
  }
}
