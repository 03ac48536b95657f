package import DialPipeline
package import DialStack

/// What was seen of the API in a session: accounts, how often each known value came, keys that
/// the catalog doesn't know.
///
/// It grows with what is different, not with the rows: each part has a limit.
package struct ObservedValues: Sendable {
  /// The most accounts that are remembered.
  static let mostAccounts = 100_000
  /// The most values of a field that are counted, and the most unknown keys of a resource.
  static let mostValues = 200
  /// The most rows of a resource that are told from those that were seen before.
  static let mostRows = 1_000_000
  /// No value or name that is longer is remembered, in bytes of UTF-8.
  static let longestText = 256

  /// The accounts in the order in which they were first seen.
  package private(set) var accounts: [ObservedAccount] = []
  private var places: [String: Int] = [:]
  private var fields: [String: ObservedFields] = [:]

  package init() {}

  /// How often each value of a field came, the most frequent first.
  package func values(of field: String, in resource: String) -> [(value: String, count: Int)] {
    let counts = fields[resource]?.values[field] ?? [:]
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (value: $0.key, count: $0.value) }
  }

  /// The keys of a resource's items that the catalog doesn't have, with the kind of value that
  /// each had when it was first seen.
  package func unknownKeys(of resource: String) -> [(name: String, kind: String)] {
    (fields[resource]?.unknownKeys ?? [:]).sorted { $0.key < $1.key }
      .map { (name: $0.key, kind: $0.value) }
  }

  /// The account of that id, if it was in a list.
  package func account(_ id: Account.ID) -> ObservedAccount? {
    places[id.rawValue].map { accounts[$0] }
  }

  /// Takes note of the rows of a page.
  package mutating func note(_ records: [Record], of resource: Resource) {
    fields[resource.name, default: ObservedFields(of: resource)].note(records)
    guard resource.holdsAccounts else { return }
    var readers = ObservedAccount.Readers()
    for record in records {
      guard let account = ObservedAccount(record, &readers) else { continue }
      note(account)
    }
  }

  /// Takes note of an account that was asked for by itself.
  package mutating func note(_ account: ObservedAccount) {
    if let place = places[account.id] {
      accounts[place] = account
    } else if accounts.count < Self.mostAccounts {
      places[account.id] = accounts.count
      accounts.append(account)
    }
  }
}

extension ObservedValues: KnownValues {
  package func knownValues(of field: String, in resource: String) -> [String] {
    values(of: field, in: resource).map(\.value)
  }

  package func knownAccounts(_ most: Int) -> [KnownAccount] {
    accounts.prefix(most).map(KnownAccount.init)
  }

  package func knownAccounts(called part: String, _ most: Int) -> [KnownAccount] {
    let part = Array(part.lowercased().utf8)
    let found = accounts.lazy.filter { !$0.name.isEmpty && $0.holds(part) }
    return found.prefix(most).map(KnownAccount.init)
  }

  package func knownAccount(_ id: Account.ID) -> KnownAccount? {
    account(id).map(KnownAccount.init)
  }
}

extension KnownAccount {
  init(_ account: ObservedAccount) {
    self.init(id: account.id, name: account.name, timeZone: account.timeZone)
  }
}

/// An account of a list.
package struct ObservedAccount: Sendable, Hashable {
  package let id: String
  package let name: String
  package let email: String
  /// The name of its time zone; empty where there is none.
  package let timeZone: String
  /// What is searched for a part of a name: id, name and e-mail in lower case, in bytes.
  private let haystack: [UInt8]

  package init(id: String, name: String, email: String, timeZone: String) {
    self.id = id
    self.name = name
    self.email = email
    self.timeZone = timeZone
    haystack = Array("\(id)\n\(name)\n\(email)".lowercased().utf8)
  }

  struct Readers {
    var id = FieldReader(FieldPath("id"))
    var name = FieldReader(FieldPath("name"))
    var email = FieldReader(FieldPath("email"))
    var timeZone = FieldReader(FieldPath("config.timezone"))
  }

  init?(_ record: Record, _ readers: inout Readers) {
    let id = readers.id.value(in: record).string
    guard Account.ID(rawValue: id) != nil else { return nil }
    func short(_ value: Value) -> String { String(value.string.prefix(ObservedValues.longestText)) }
    self.init(
      id: id, name: short(readers.name.value(in: record)),
      email: short(readers.email.value(in: record)),
      timeZone: short(readers.timeZone.value(in: record)))
  }

  /// Whether the id begins with `part`, which is in lower case.
  package func isCalled(_ part: [UInt8]) -> Bool {
    part.count <= id.utf8.count && haystack.starts(with: part)
  }

  /// Whether id, name or e-mail hold `part`, which is in lower case.
  package func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard haystack.count >= part.count else { return false }
    let last = haystack.count - part.count
    var start = 0
    while start <= last, let found = haystack[start...last].firstIndex(of: first) {
      if haystack[found..<(found + part.count)].elementsEqual(part) { return true }
      start = found + 1
    }
    return false
  }
}

/// What was seen of the items of one resource.
private struct ObservedFields: Sendable {
  private let counted: [(name: String, path: FieldPath)]
  private let known: Set<String>
  /// Where a row holds what tells it apart.
  private let key: FieldPath
  private(set) var values: [String: [String: Int]] = [:]
  private(set) var unknownKeys: [String: String] = [:]
  /// The hashes of the keys of the rows that were counted: a row that is read twice counts once.
  private var rows: Set<Int> = []

  init(of resource: Resource) {
    counted = resource.fields.filter { $0.kind == .choice || $0.kind == .boolean }
      .map { ($0.name, FieldPath($0.name, alias: $0.alias)) }
    key = resource.keyPath
    known = Set(resource.fields.flatMap { [$0.name, $0.alias ?? $0.name] })
  }

  mutating func note(_ records: [Record]) {
    let new = unseen(of: records)
    for (name, path) in counted { count(name, path, in: new) }
    var shapes: Set<RecordShape> = []
    for record in records {
      guard let shape = record.shape, shapes.insert(shape).inserted else { continue }
      noteKeys(of: record)
    }
  }

  private mutating func unseen(of records: [Record]) -> [Record] {
    var reader = FieldReader(key)
    return records.filter { record in
      let key = reader.value(in: record)
      guard key != .null, rows.count < ObservedValues.mostRows else { return true }
      return rows.insert(key.hashValue).inserted
    }
  }

  private mutating func count(_ name: String, _ path: FieldPath, in records: [Record]) {
    var reader = FieldReader(path)
    var counts: [Value: Int] = [:]
    for record in records { counts[reader.value(in: record), default: 0] += 1 }
    for (value, count) in counts where value != .null {
      let text = value.string
      guard text.utf8.count <= ObservedValues.longestText,
        values[name]?[text] != nil || values[name, default: [:]].count < ObservedValues.mostValues
      else { continue }
      values[name, default: [:]][text, default: 0] += count
    }
  }

  private mutating func noteKeys(of record: Record) {
    for name in record.fieldNames where !known.contains(name) {
      guard unknownKeys.count < ObservedValues.mostValues,
        name.utf8.count <= ObservedValues.longestText,
        unknownKeys[name] == nil
      else { continue }
      unknownKeys[name] = record.value(at: FieldPath([name])).kindName
    }
  }
}

extension Value {
  /// What the value is, as JSON calls it.
  var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .text: "text"
    case .object: "object"
    case .list: "list"
    }
  }
}
