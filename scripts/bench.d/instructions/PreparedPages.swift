import DialSandbox
import DialStack
import Synchronization
import SystemPackage

/// The bodies of the pages of a list: 100 pages of 100 numbers, all active.
struct PreparedPages: Sendable {
  static let count = 100
  static let rows = count * 100

  let bodies: [[UInt8]]

  /// Asks a sandbox for them.
  init(from sandbox: Sandbox) async throws {
    var bodies: [[UInt8]] = []
    var target = "/v1/phone-numbers?limit=100&status=active"
    while bodies.count < Self.count {
      let response = try await sandbox.send(
        Request(target: target, account: SandboxOptions.documentAccount))
      bodies.append(response.body)
      target = try Self.next(behind: response.body)
    }
    self.bodies = bodies
  }

  /// Reads what ``write(to:)`` has written.
  init(reading path: String) throws {
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    bodies = try file.closeAfter {
      let size = Int(try file.seek(offset: 0, from: .end))
      let bytes = try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = try file.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(buffer))
      }
      return bytes.split(separator: Self.newline).map { Array($0) }
    }
    precondition(bodies.count == Self.count, "\(path) holds other pages")
  }

  /// Writes a line a page.
  func write(to path: String) throws {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    _ = try file.closeAfter { try file.writeAll(bodies.joined(separator: [Self.newline])) }
  }

  /// JSON text has no line end outside of what the sandbox leaves out.
  private static let newline = UInt8(ascii: "\n")

  private static func next(behind body: [UInt8]) throws -> String {
    guard let url = try PageBody(scanning: body).nextPageURL else {
      preconditionFailure("the sandbox has too few active numbers")
    }
    return url
  }
}

/// Answers with prepared pages, one after the other, whatever is asked for.
struct ServedPages: Transport {
  private let answers: [Response]
  private let requests = Counter()

  init(_ pages: PreparedPages) {
    answers = (pages.bodies + [Self.lastPage]).map { body in
      Response(status: 200, headers: [HeaderField("X-Request-Id", "req_1")], body: body)
    }
  }

  /// How many pages were asked for.
  var asked: Int { requests.value }

  func send(_ request: Request) async throws -> Response {
    answers[requests.next()]
  }

  /// The page behind them, which ends the list.
  private static let lastPage = Array(
    #"{"object":"list","url":"/v1/phone-numbers","next_page_url":null,"data":[]}"#.utf8)
}

/// Counts up from 0.
private final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .relaxed) }

  func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
