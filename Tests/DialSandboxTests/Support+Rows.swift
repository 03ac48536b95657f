import DialSandbox
import DialStack
import DialTestSupport
import FoundationEssentials
import Synchronization
import Testing

/// A row, or a value of one, as JSON has it.
enum JSON: Hashable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// Reads a body; `nil` for what is no JSON.
  init?(body: [UInt8]) {
    guard let value = Value(json: body) else { return nil }
    self.init(value)
  }

  private init(_ value: Value) {
    self =
      switch value {
      case .null: .null
      case .boolean(let flag): .flag(flag)
      case .number(let number): .number(Double(number.string) ?? .nan)
      case .text(let text): .text(text.string)
      case .list: .list(value.items.map { JSON($0) })
      case .object:
        .object(Dictionary(value.members.map { ($0.name, JSON($0.value)) }) { $1 })
      }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var number: Int? {
    if case .number(let number) = self { Int(number) } else { nil }
  }

  var elements: [JSON] {
    if case .list(let values) = self { values } else { [] }
  }
}

private let sharedSandboxes = Mutex<[String: Sandbox]>([:])

/// A sandbox without faults, made once for all tests that want the same one: making its lists takes
/// most of their time.
func sharedSandbox(
  seed: UInt64 = 1, accounts: Int = 12, numbers: Int? = nil, api: APIStep = .n4
) throws -> Sandbox {
  let name = "\(seed) \(accounts) \(numbers ?? -1) \(api)"
  return try sharedSandboxes.withLock { known in
    if let sandbox = known[name] { return sandbox }
    let sandbox = try Sandbox(
      options: .init(seed: seed, accounts: accounts, numbers: numbers, api: api))
    known[name] = sandbox
    return sandbox
  }
}

/// All rows of the lists of one account.
struct AccountRows {
  let sandbox: Sandbox
  let account: Account.ID

  /// The rows of the list at `path`, all pages of it.
  ///
  /// - Parameter filters: parameters, each after a `&`.
  func all(_ path: String, _ filters: String = "") async throws -> [JSON] {
    var rows: [JSON] = []
    var next: String? = "\(path)?limit=100\(filters)"
    while let target = next {
      let response = try await sandbox.send(Request(target: target, account: account))
      try #require(response.status == 200, "\(target): \(response.text)")
      let page = try #require(JSON(body: response.body))
      rows += page["data"]?.elements ?? []
      next = page["next_page_url"]?.text
    }
    return rows
  }

  /// The rows of the first page of the list at `path`.
  func first(_ path: String) async throws -> [JSON] {
    let response = try await sandbox.send(Request(target: path, account: account))
    let page = try #require(JSON(body: response.body))
    return page["data"]?.elements ?? []
  }

  /// The ids of the rows of the list at `path`.
  func ids(_ path: String) async throws -> Set<String> {
    Set(try await all(path).compactMap { $0["id"]?.text })
  }

  /// Every account of a sandbox.
  static func of(_ sandbox: Sandbox) async throws -> [AccountRows] {
    let response = try await sandbox.send(Request(target: "/v1/accounts?limit=100"))
    return try response.page().data.map {
      AccountRows(sandbox: sandbox, account: try #require(Account.ID(rawValue: $0.id)))
    }
  }

  /// The accounts of two seeds.
  static func several() async throws -> [AccountRows] {
    let first = try await of(sharedSandbox(accounts: 8))
    let second = try await of(sharedSandbox(seed: 2, accounts: 4, numbers: 40))
    return first + second
  }
}

/// The moment that a text of the API names, in microseconds since 1970.
func microseconds(_ text: String?) -> Int? {
  guard let text, let day = CalendarDay(text.prefix(10)) else { return nil }
  let clock = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
  let fraction = text.dropFirst(20).prefix { $0.isNumber }
  let seconds = day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  return seconds * 1_000_000 + (Int(fraction) ?? 0)
}

extension CalendarDay {
  /// The day that `text` spells as RFC 3339 does.
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
