import DialStack
import GRDB

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A SQLite file that keeps what a sandbox holds.
///
/// The table `items` has one row an item, `body` being its JSON; `options` has what the
/// data was made from. The file is made aside and renamed, so it is there whole or not at all.
struct Database {
  let path: String

  /// Marks SQLite files as ours: "DIAL".
  private static let applicationID: Int32 = 0x4449_414C
  /// Goes up when the generator or the tables change.
  private static let format = 6

  /// Whether there is anything at the path.
  ///
  /// - Throws: ``SandboxError/databaseIsAFolder(path:)``.
  func exists() throws(SandboxError) -> Bool {
    if let folder = opendir(path) {
      closedir(folder)
      throw .databaseIsAFolder(path: path)
    }
    return FileManager.default.fileExists(atPath: path)
  }

  /// Makes the file and fills it with the lists of `world`.
  func create(from world: World) throws {
    // A name that nobody else has: others may make the same file at the same time.
    let number = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let partial = "\(path).\(number).partial"
    var isMade = false
    defer { if !isMade { unlink(partial) } }
    try reporting {
      let queue = try DatabaseQueue(path: partial)
      try queue.write { database in
        try Self.createTables(in: database, of: world)
        for list in world.lists() {
          guard let generator = world.generator(of: list) else { continue }
          try Self.insert(generator.items(), as: list, into: database)
        }
      }
      try queue.close()
      guard rename(partial, path) == 0 else {
        throw SandboxError.database(path: path, message: String(cString: strerror(errno)))
      }
      isMade = true
    }
  }

  /// Reads every list of `world`; the file itself is not touched.
  func lists(of world: World) throws -> [ListName: ItemList] {
    try reporting {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        try checkOrigin(in: database, of: world)
        var lists: [ListName: ItemList] = [:]
        for list in world.lists() {
          guard let resource = world.catalog[list.resource] else { continue }
          // An object has nothing that tells it from others, nor has every row of every list.
          let isAlwaysThere = resource.field(named: resource.key)?.presence == .always
          let key = isAlwaysThere ? resource.key : nil
          lists[list] = try items(of: list, by: key, in: database)
        }
        return lists
      }
    }
  }

  private static func createTables(in database: GRDB.Database, of world: World) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(format);
        CREATE TABLE options (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE items (
          resource TEXT NOT NULL, account TEXT NOT NULL, parents TEXT NOT NULL,
          position INTEGER NOT NULL, body TEXT NOT NULL,
          PRIMARY KEY (resource, account, parents, position)) WITHOUT ROWID;
        """)
    let origin = Array(origin(world.options)) + [(catalogOption, world.catalog.fingerprint)]
    for (name, value) in origin {
      try database.execute(sql: "INSERT INTO options VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// The name under which the catalog's fingerprint stands among the options.
  private static let catalogOption = "catalog"

  /// What decides the data: the name of each option with its value.
  private static func origin(_ options: SandboxOptions) -> KeyValuePairs<String, String> {
    [
      "seed": String(options.seed), "api": options.api.rawValue,
      "accounts": String(options.accounts),
      "numbers": options.numbers.map(String.init) ?? "of its own choice",
    ]
  }

  private static func insert(
    _ items: ItemList, as list: ListName, into database: GRDB.Database
  ) throws {
    let statement = try database.makeStatement(sql: "INSERT INTO items VALUES (?, ?, ?, ?, ?)")
    for position in 0..<items.count {
      let body = String(decoding: items[position], as: UTF8.self)
      try statement.execute(
        arguments: [list.resource, list.account ?? "", list.parentsText, position, body])
    }
  }

  private func checkOrigin(in database: GRDB.Database, of world: World) throws {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Self.applicationID else {
      throw SandboxError.notASandboxDatabase(path: path)
    }
    let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard format == Self.format else {
      throw SandboxError.otherFormat(path: path, found: format, expected: Self.format)
    }
    func option(_ name: String) throws -> String? {
      try String.fetchOne(
        database, sql: "SELECT value FROM options WHERE name = ?", arguments: [name])
    }
    guard try option(Self.catalogOption) == world.catalog.fingerprint else {
      throw SandboxError.otherCatalog(path: path)
    }
    for (name, wanted) in Self.origin(world.options) {
      let found = try option(name)
      guard found == wanted else {
        throw SandboxError.otherOption(
          path: path, name: name, found: found ?? "unknown", wanted: wanted)
      }
    }
  }

  private func items(
    of list: ListName, by key: String?, in database: GRDB.Database
  ) throws -> ItemList {
    let place = "FROM items WHERE resource = ? AND account = ? AND parents = ?"
    let arguments: StatementArguments = [list.resource, list.account ?? "", list.parentsText]
    let count = try Int.fetchOne(database, sql: "SELECT count(*) \(place)", arguments: arguments)
    var items = ItemList(expecting: count ?? 0)
    let bodies = try String.fetchCursor(
      database, sql: "SELECT body \(place) ORDER BY position", arguments: arguments)
    while let body = try bodies.next() {
      let item = Array(body.utf8)
      guard key.map({ member($0, of: item[...]) != nil }) ?? true, isWhole(item[...]) else {
        throw SandboxError.brokenItem(
          path: path, list: "\(list.resource) of \(list.account ?? "the platform")",
          position: items.count)
      }
      items.append(item)
    }
    return items
  }

  private func isWhole(_ item: ArraySlice<UInt8>) -> Bool {
    var members = JSONMembers(item)
    while members.next() != nil {}
    return members.isWhole
  }

  /// Runs `work`, turning what SQLite says into sentences about the file.
  private func reporting<Outcome>(_ work: () throws -> Outcome) throws -> Outcome {
    do {
      return try work()
    } catch let error as DatabaseError {
      guard error.resultCode != .SQLITE_NOTADB else {
        throw SandboxError.notASandboxDatabase(path: path)
      }
      throw SandboxError.database(path: path, message: error.message ?? "\(error.resultCode)")
    }
  }
}

extension ListName {
  /// The parents in one text; no id of theirs has a space.
  fileprivate var parentsText: String { parents.joined(separator: " ") }
}
