import DialStack

/// Bytes of HTTP answers.
enum HTTP {
  /// A whole answer with its length.
  static func answer(
    _ status: Int, _ headers: [(String, String)] = [], _ body: String = ""
  ) -> [HostileServer.Move] {
    [.send(bytes(status, headers, Array(body.utf8)))]
  }

  static func bytes(_ status: Int, _ headers: [(String, String)] = [], _ body: [UInt8])
    -> [UInt8]
  {
    let lines =
      ["HTTP/1.1 \(status) X", "Content-Length: \(body.count)"]
      + headers.map { "\($0.0): \($0.1)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  /// A page of a list, with the request id `req_<index>`.
  static func page(
    of ids: [String], next: String? = nil, index: Int = 0
  ) -> [HostileServer.Move] {
    answer(200, [("X-Request-Id", "req_\(index)")], JSON.page(of: ids, next: next))
  }
}

/// Bodies that the API might send.
enum JSON {
  static func number(_ id: String, status: String = "active") -> String {
    """
    {"id":"\(id)","phone_number":"+14155551234","status":"\(status)",\
    "created_at":"2026-01-15T10:00:00Z"}
    """
  }

  static func page(of ids: [String], next: String? = nil) -> String {
    page(items: ids.map { number($0) }, next: next)
  }

  static func page(items: [String], next: String? = nil) -> String {
    """
    {"object":"list","url":"/v1/phone-numbers",\
    "next_page_url":\(next.map { "\"\($0)\"" } ?? "null"),"previous_page_url":null,\
    "data":[\(items.joined(separator: ","))]}
    """
  }
}
