import LineEditing
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct HistoryTests {
  /// A folder of its own, gone after the test.
  private final class Folder {
    let path: String

    init() throws {
      var name = Array("/tmp/line-editing-XXXXXX".utf8CString)
      path = String(cString: try #require(mkdtemp(&name)))
    }

    deinit {
      for name in ["history", "new/folder/history", "new/folder", "new"] {
        _ = remove("\(path)/\(name)")
      }
      _ = rmdir(path)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }

    func text(of name: String) throws -> String {
      let file = try #require(fopen("\(path)/\(name)", "r"))
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      let count = fread(&bytes, 1, bytes.count, file)
      return String(decoding: bytes[..<count], as: UTF8.self)
    }
  }

  private func history(at path: String) -> History {
    var history = History()
    history.load(from: path)
    return history
  }

  @Test func entriesComeBackAsTheyWere() throws {
    let folder = try Folder()
    let path = "\(folder.path)/new/folder/history"
    let entries = ["numbers", "two\nrows", "a\\nb\\", "tab\there", "cr\rlf", "é日🙂", "\\q"]
    var first = history(at: path)
    for entry in entries { first.add(entry) }
    #expect(first.warning == nil)
    let second = history(at: path)
    #expect(second.entries == entries)
    #expect(second.warning == nil)
  }

  @Test func whatHasFailedIsKnownToTheNextSession() throws {
    let folder = try Folder()
    let path = "\(folder.path)/history"
    var first = history(at: path)
    for entry in ["\\-", "two\nrows", "\\+ab", "again", "again"] { first.add(entry) }
    for entry in ["\\-", "two\nrows", "again", "never kept"] { first.note(entry, hasFailed: true) }
    first.note("again", hasFailed: false)
    first.note("\\+ab", hasFailed: false)
    let second = history(at: path)
    #expect(second.entries == ["\\-", "two\nrows", "\\+ab", "again"])
    #expect(second.failed == ["\\-", "two\nrows"])
    #expect(
      try folder.text(of: "history") == #"""
        \\-
        two\nrows
        \\+ab
        again
        \-\\-
        \-two\nrows
        \-again
        \+again

        """#)
  }

  @Test func theFileIsTheOwnersAlone() throws {
    let folder = try Folder()
    umask(0o022)
    var history = history(at: "\(folder.path)/history")
    history.add("numbers")
    var status = stat()
    #expect(stat("\(folder.path)/history", &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(try folder.text(of: "history") == "numbers\n")
  }

  @Test func someLinesAreNotKept() throws {
    let folder = try Folder()
    var history = History(maximumLength: 20) { $0.contains("key") }
    history.load(from: "\(folder.path)/history")
    for line in [
      "one", " two", "one", "", "\t", "my key", String(repeating: "x", count: 21), "three", "one",
    ] {
      history.add(line)
    }
    #expect(history.entries == ["one", "three", "one"])
    #expect(try folder.text(of: "history") == "one\nthree\none\n")
  }

  @Test func onlyTheNewestAreKept() throws {
    let folder = try Folder()
    let lines = (1...50).map { "line \($0)" }
    try folder.write(Array(lines.joined(separator: "\n").utf8), to: "history")
    var history = History(limit: 16)
    history.load(from: "\(folder.path)/history")
    #expect(history.entries == (35...50).map { "line \($0)" })
    history.add("line 51")
    history.add("line 52")
    history.add("line 53")
    #expect(history.entries == (38...53).map { "line \($0)" })
  }

  @Test func writersAtTheSameTimeLoseNothing() async throws {
    let folder = try Folder()
    let path = "\(folder.path)/history"
    await withTaskGroup { group in
      for writer in 0..<4 {
        group.addTask {
          var history = History()
          history.load(from: path)
          for number in 0..<100 { history.add("writer \(writer) line \(number) \n é") }
        }
      }
    }
    let entries = history(at: path).entries
    #expect(entries.count == 400)
    for writer in 0..<4 {
      #expect(
        entries.filter { $0.hasPrefix("writer \(writer) ") }
          == (0..<100).map { "writer \(writer) line \($0) \n é" })
    }
  }

  @Test func aDirectoryInItsPlaceIsAWarning() throws {
    let folder = try Folder()
    var history = history(at: folder.path)
    #expect(
      history.warning
        == History.Warning(
          path: folder.path, problem: .unreadable(code: EISDIR)))
    #expect(history.warning?.description == "cannot read history `\(folder.path)`: Is a directory")
    history.add("one")
    #expect(history.entries == ["one"])
  }

  @Test func anUnwritableFileIsAWarning() throws {
    var history = history(at: "/proc/version/history")
    history.add("one")
    #expect(history.warning?.path == "/proc/version/history")
    #expect(history.entries == ["one"])
  }

  @Test func aFullDiskIsAWarning() throws {
    var history = History()
    history.load(from: "/dev/null")
    history.add("one")
    #expect(history.warning == nil)
    let folder = try Folder()
    history = self.history(at: "\(folder.path)/history")
    symlink("/dev/full", "\(folder.path)/history")
    history.add("one")
    #expect(
      history.warning
        == History.Warning(path: "\(folder.path)/history", problem: .unwritable(code: ENOSPC)))
  }

  @Test func damagedLinesAreLeftOut() throws {
    let folder = try Folder()
    try folder.write(
      Array("one\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("a\0b\ntwo\\\ncut in the mid".utf8),
      to: "history")
    var history = history(at: "\(folder.path)/history")
    #expect(history.entries == ["one", "two\\", "cut in the mid"])
    #expect(history.warning?.problem == .damaged(lines: 2))
    history.add("three")
    #expect(try folder.text(of: "history").hasSuffix("cut in the mid\nthree\n"))
  }

  @Test func aLockThatIsNeverFreedIsAWarning() throws {
    let folder = try Folder()
    let path = "\(folder.path)/history"
    try folder.write([], to: "history")
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    var history = history(at: path)
    history.add("one")
    #expect(history.warning == History.Warning(path: path, problem: .locked))
    #expect(history.entries == ["one"])
  }
}
