import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Exports by a user who may not do everything; only root can start the program as another.
@Suite(.enabled(if: geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0))
struct OtherUserTests {
  private let nobody: uid_t = 65_534
  private let program: Program
  private let folder: ScratchDirectory

  init() throws {
    var program = try Program()
    program.executable = "/usr/bin/setpriv"
    self.program = program
    folder = try ScratchDirectory()
  }

  private func export(to path: String) async throws -> Finished {
    try await program.run(
      "--reuid=\(nobody)", "--regid=\(nobody)", "--clear-groups", Program.path, "--no-rc",
      "--sandbox", "-c", "accounts | select id | export csv '\(path)'")
  }

  @Test func threadsThatAreLackingAreNamed() async throws {
    // A user who runs nothing else.
    let finished = try await program.run(
      "--reuid=60123", "--clear-groups", "/usr/bin/prlimit", "--nproc=3", Program.path, "--no-rc",
      "--sandbox", "-c", "accounts")
    #expect(finished.status == 2)
    #expect(
      finished.errors.wholeMatch(
        of: /dialsh: too few threads may run at a time: 2 more, and [0-9]+ are needed; .*\n/)
        != nil,
      "\(finished.errors)")
  }

  @Test func anotherUsersFileIsReplacedAndActsForNobody() async throws {
    try chmod(folder.path, 0o777)
    let path = try folder.write("old", to: "accounts.csv")
    try chmod(path, 0o6666)
    let finished = try await export(to: path)
    #expect(
      finished
        == Finished(
          output: "",
          errors: "dialsh: warning: the owner of \(path) has changed to yours\n"
            + "12 rows written to \(path)\n", status: 0))
    let status = try FilePath(path).stat()
    #expect(status.userID.rawValue == nobody)
    #expect(status.permissions == FilePermissions(rawValue: 0o666))
  }

  @Test func anotherUsersFileInAStickyFolderIsRefused() async throws {
    let path = try folder.write("old", to: "accounts.csv")
    try chmod(path, 0o666)
    try chmod(folder.path, 0o1777)
    let finished = try await export(to: path)
    #expect(finished.status == 2)
    #expect(
      finished.errors.hasPrefix(
        "dialsh: 1:35: can't write `\(path)`: it is another user's, and in `\(folder.path)` "
          + "nobody else may replace it\n"), "\(finished.errors)")
    #expect(try folder.names == ["accounts.csv"])
    #expect(try folder.read("accounts.csv") == "old")
  }

  @Test func rootRemovesTheLeftoverOfAnExportInPlaceOfAnothersFile() async throws {
    let leftover = try folder.write("rows", to: ".dialsh-1.tmp")
    try #require(chown(leftover, nobody, nobody) == 0)
    let finished = try await Program().run(
      "--sandbox", "-c", "accounts | export csv '\(folder.path("accounts.csv"))'")
    #expect(finished.status == 0)
    #expect(try folder.names == ["accounts.csv"])
  }

  @Test func aFolderThatLetsNoFileBeMadeIsRefused() async throws {
    let path = try folder.write("old", to: "accounts.csv")
    try chmod(path, 0o666)
    try chmod(folder.path, 0o755)
    let finished = try await export(to: path)
    #expect(finished.status == 2)
    #expect(
      finished.errors.hasPrefix(
        "dialsh: 1:35: can't write `\(path)`: permission denied in `\(folder.path)`\n"),
      "\(finished.errors)")
  }
}
