import DialStack
import HTTPTypes
import Hummingbird

/// Hands each request of a socket to the sandbox, and lets the answer go.
struct SandboxResponder: HTTPResponder {
  let sandbox: Sandbox

  func respond(
    to request: Hummingbird.Request, context: BasicRequestContext
  ) async throws -> Hummingbird.Response {
    let answer = try await sandbox.answer(
      Inquiry(
        method: request.method.rawValue, target: request.head.path ?? "/",
        authorization: request.headers[.authorization], account: account(of: request)))
    if answer.delivery == .slowHeaders { try await Task.sleep(for: sandbox.options.slowness) }
    return Hummingbird.Response(
      status: .init(code: answer.response.status), headers: headers(of: answer.response),
      body: body(of: answer, for: request))
  }

  private func account(of request: Hummingbird.Request) -> String? {
    HTTPField.Name("DialStack-Account").flatMap { request.headers[$0] }
  }

  private func headers(of response: DialStack.Response) -> HTTPFields {
    var fields = HTTPFields()
    for header in response.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    return fields
  }

  private func body(of answer: SandboxAnswer, for request: Hummingbird.Request) -> ResponseBody {
    let bytes = answer.response.body
    guard !bytes.isEmpty, request.method != .head else { return ResponseBody() }
    switch answer.delivery {
    case .whole, .slowHeaders: return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .slowBody: return slow(bytes)
    case .cutBody: return broken(bytes, after: .zero)
    case .stalledBody: return broken(bytes, after: .seconds(600))
    }
  }

  /// The body in ten pieces with pauses between them.
  private func slow(_ bytes: [UInt8]) -> ResponseBody {
    let pause = sandbox.options.slowness / 10
    return ResponseBody(contentLength: bytes.count) { writer in
      let length = max(1, (bytes.count + 9) / 10)
      for start in stride(from: 0, to: bytes.count, by: length) {
        try await writer.write(
          ByteBuffer(bytes: bytes[start..<min(start + length, bytes.count)]))
        try await Task.sleep(for: pause)
      }
      try await writer.finish(nil)
    }
  }

  /// Half of the body, and after `silence` the end of the connection.
  private func broken(_ bytes: [UInt8], after silence: Duration) -> ResponseBody {
    ResponseBody(contentLength: bytes.count) { writer in
      try await writer.write(ByteBuffer(bytes: bytes[..<(bytes.count / 2)]))
      try await Task.sleep(for: silence)
      throw BodyCut()
    }
  }
}

/// Ends a connection in the middle of a body.
private struct BodyCut: Error {}
