import DialSandbox
import DialStack
import FoundationEssentials
import Testing

@Suite struct DatabaseTests {
  @Test func laterStartsReadBackWhatTheFirstWrote() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/sandbox.sqlite"
      let options = SandboxOptions(accounts: 1, database: path)
      let made = try await Sandbox(options: options).numbers("?limit=100")
      let bytes = try contents(of: path)
      let read = try await Sandbox(options: options).numbers("?limit=100")
      let memory = try await Sandbox(options: .init(accounts: 1)).numbers("?limit=100")
      #expect(made.body == memory.body)
      #expect(read.body == memory.body)
      #expect(try contents(of: path) == bytes)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["sandbox.sqlite"])
    }
  }

  @Test func aDatabaseOfOtherOptionsIsRefusedAndKept() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/sandbox.sqlite"
      _ = try Sandbox(options: .init(accounts: 1, numbers: 2, database: path))
      let bytes = try contents(of: path)
      let others: [(SandboxOptions, String)] = [
        (.init(seed: 7, accounts: 1, numbers: 2, database: path), "seed 1, not 7"),
        (.init(accounts: 4, numbers: 2, database: path), "accounts 1, not 4"),
        (.init(accounts: 1, database: path), "numbers 2, not of its own choice"),
      ]
      for (options, difference) in others {
        let error = #expect(throws: SandboxError.self) { _ = try Sandbox(options: options) }
        #expect(error?.description == "`\(path)` was made with \(difference)")
      }
      #expect(try contents(of: path) == bytes)
    }
  }

  @Test func aDatabaseOfAnotherCatalogIsRefusedAndKept() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/sandbox.sqlite"
      let options = SandboxOptions(accounts: 1, numbers: 2, database: path)
      _ = try Sandbox(options: options, catalog: Catalog(resources: [.accounts]))
      let bytes = try contents(of: path)
      let error = #expect(throws: SandboxError.self) { _ = try Sandbox(options: options) }
      #expect(
        error?.description
          == "`\(path)` was made for other lists or fields; delete it, and it is made anew")
      #expect(try contents(of: path) == bytes)
    }
  }

  @Test func aFileThatIsNoDatabaseOfOursIsRefusedAndKept() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/notes.txt"
      let text = Array(String(repeating: "not a database\n", count: 100).utf8)
      try FoundationEssentials.Data(text).write(to: URL(filePath: path))
      #expect(throws: SandboxError.notASandboxDatabase(path: path)) {
        _ = try Sandbox(options: .init(database: path))
      }
      #expect(try contents(of: path) == text)
      try FoundationEssentials.Data().write(to: URL(filePath: path))
      #expect(throws: SandboxError.notASandboxDatabase(path: path)) {
        _ = try Sandbox(options: .init(database: path))
      }
      #expect(try contents(of: path).isEmpty)
    }
  }

  @Test func nothingElseIsTouchedWhileADatabaseIsMade() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/sandbox.sqlite"
      let notes = Array("precious\n".utf8)
      try FoundationEssentials.Data(notes).write(to: URL(filePath: path + ".partial"))
      // Two at once make the same file, and both have it.
      try await withThrowingTaskGroup { group in
        for _ in 0..<2 {
          group.addTask {
            _ = try Sandbox(options: .init(accounts: 1, numbers: 500, database: path))
          }
        }
        try await group.waitForAll()
      }
      #expect(try contents(of: path + ".partial") == notes)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
          == ["sandbox.sqlite", "sandbox.sqlite.partial"])
    }
  }

  @Test func whatIsNoFileIsSaid() async throws {
    try await withDirectory { directory in
      #expect(throws: SandboxError.databaseIsAFolder(path: directory)) {
        _ = try Sandbox(options: .init(database: directory))
      }
      #expect(throws: SandboxError.noDatabasePath) { _ = try Sandbox(options: .init(database: "")) }
    }
  }

  @Test func aDirectoryThatIsMissingIsSaid() async throws {
    try await withDirectory { directory in
      let path = "\(directory)/no/sandbox.sqlite"
      let error = #expect(throws: SandboxError.self) {
        _ = try Sandbox(options: .init(database: path))
      }
      #expect(error?.description.hasPrefix("`\(path)`: ") == true)
    }
  }

  private func contents(of path: String) throws -> [UInt8] {
    Array(try FoundationEssentials.Data(contentsOf: URL(filePath: path)))
  }

  /// Runs `body` with a directory of its own.
  private func withDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try await body(directory)
  }
}
