import DialStack

/// A response and the way it goes over the wire.
struct SandboxAnswer: Sendable {
  var response: Response
  var delivery = Delivery.whole

  init(_ response: Response) {
    self.response = response
  }
}

/// How the bytes of an answer are let go.
enum Delivery: Sendable, Hashable {
  case whole, slowHeaders, slowBody, cutBody, stalledBody
}

extension Response {
  /// A JSON answer.
  static func json(_ status: Int, _ body: [UInt8]) -> Response {
    Response(
      status: status, headers: [HeaderField("Content-Type", "application/json")], body: body)
  }

  static func json(_ status: Int, _ body: String) -> Response {
    .json(status, Array(body.utf8))
  }

  /// An error as most handlers of the API send it: text, code and details side by side.
  static func refusal(
    _ status: Int, _ text: String, code: String, details: KeyValuePairs<String, String> = [:]
  ) -> Response {
    var json = JSONText()
    json.object { json in
      json.key("error")
      json.text(text)
      json.key("code")
      json.text(code)
      guard !details.isEmpty else { return }
      json.key("details")
      json.object { json in
        for (name, reason) in details {
          json.key(name)
          json.text(reason)
        }
      }
    }
    return .json(status, json.bytes)
  }

  /// An error as the API's framework sends it: a message alone.
  static func frameworkError(_ status: Int, _ message: String) -> Response {
    var json = JSONText()
    json.object { json in
      json.key("message")
      json.text(message)
    }
    return .json(status, json.bytes)
  }

  /// The same with one more header field.
  func with(_ name: String, _ value: String) -> Response {
    var response = self
    response.headers.append(HeaderField(name, value))
    return response
  }
}
