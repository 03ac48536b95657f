import DialSandbox
import DialStack
import Dispatch
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let account = SandboxOptions.documentAccount

extension Sandbox {
  /// The answer to a request for the numbers of the documents' account.
  func numbers(_ query: String = "") async throws -> Response {
    try await send(Request(target: "/v1/phone-numbers\(query)", account: account))
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }

  func json() throws -> JSON {
    try #require(JSON(body: body))
  }

  func page() throws -> ListPage {
    try JSONDecoder().decode(ListPage.self, from: FoundationEssentials.Data(body))
  }
}

/// The envelope of a list with the fields of numbers that tests look at.
struct ListPage: Decodable, Hashable {
  struct Item: Decodable, Hashable {
    let id: String
    let phone_number: String?
    let status: String?
    let created_at: String
  }

  let object: String
  let url: String
  let next_page_url: String?
  let previous_page_url: String?
  let data: [Item]
}

/// All pages from `target` on, by one of the two page keys.
func walk(
  _ sandbox: Sandbox, from target: String, by key: KeyPath<ListPage, String?>
) async throws -> [ListPage] {
  var pages: [ListPage] = []
  var next: String? = target
  while let target = next, pages.count < 1000 {
    let response = try await sandbox.send(Request(target: target, account: account))
    let page = try response.page()
    pages.append(page)
    next = page[keyPath: key]
  }
  return pages
}

/// What a socket to `port` gives back for `request`, up to its end or `limit` bytes.
///
/// Blocks a thread of its own, not one of the tasks' or the global queues'.
func exchange(
  _ request: String, port: Int, upTo limit: Int = .max,
  onBytes: @escaping @Sendable () -> Void = {}
) async -> String {
  await withCheckedContinuation { continuation in
    DispatchQueue(label: "client").async {
      let descriptor = connected(to: port)
      guard descriptor >= 0 else {
        continuation.resume(returning: "no connection")
        return
      }
      defer { close(descriptor) }
      let bytes = Array(request.utf8)
      guard send(descriptor, bytes, bytes.count, 0) == bytes.count else {
        continuation.resume(returning: "not sent")
        return
      }
      continuation.resume(returning: received(by: descriptor, upTo: limit, onBytes: onBytes))
    }
  }
}

private func received(by descriptor: Int32, upTo limit: Int, onBytes: () -> Void) -> String {
  var answer: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while answer.count < limit {
    let count = recv(descriptor, &chunk, chunk.count, 0)
    guard count > 0 else { break }
    answer += chunk[..<count]
    onBytes()
  }
  return String(decoding: answer, as: UTF8.self)
}

private func connected(to port: Int) -> Int32 {
  #if canImport(Darwin)
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
  #else
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #endif
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = UInt16(port).bigEndian
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let status = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  return status == 0 ? descriptor : -1
}

/// A GET for the numbers of the documents' account that closes its connection.
func getRequest(
  _ target: String, key: String? = Sandbox.key, account: String? = account.rawValue,
  method: String = "GET", connection: String = "close"
) -> String {
  var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1", "Connection: \(connection)"]
  if let key { lines.append("Authorization: Bearer \(key)") }
  if let account { lines.append("DialStack-Account: \(account)") }
  return lines.joined(separator: "\r\n") + "\r\n\r\n"
}

/// The status and the body of an answer as it came over the wire.
func parts(of answer: String) -> (status: String, head: String, body: String) {
  let bytes = Array(answer.utf8)
  guard let end = firstIndex(of: Array("\r\n\r\n".utf8), in: bytes) else { return ("", answer, "") }
  let head = String(decoding: bytes[..<end], as: UTF8.self)
  let status = head.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
  return (status, head, String(decoding: bytes[(end + 4)...], as: UTF8.self))
}

/// Where `run` first stands in `bytes`.
func firstIndex(of run: [UInt8], in bytes: [UInt8]) -> Int? {
  guard let first = run.first else { return 0 }
  return bytes.indices.first { index in
    bytes[index] == first && bytes[index...].starts(with: run)
  }
}

/// The port in a base URL.
func port(of baseURL: String) -> Int {
  baseURL.split(separator: ":").last.flatMap { Int($0) } ?? 0
}
