import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

/// The reports of scripts/examples, each called as the example in its comment says.
///
/// DIALSH_RECORD=1 writes what comes out into the files of Reports instead, for somebody to read.
@Suite(.timeLimit(.minutes(5)))
struct ReportTests {
  private static let repository = FilePath(#filePath).removingLastComponent()
    .removingLastComponent().removingLastComponent()
  private static let folder = repository.appending("scripts/examples").string
  private static let names =
    (try? ScratchDirectory.names(in: folder))?
    .map { $0.replacing(".dial", with: "") } ?? []

  /// A script, and what its text says of itself.
  private struct Report {
    let name: String
    let path: String
    let text: String

    init(_ name: String) throws {
      self.name = name
      path = "\(ReportTests.folder)/\(name).dial"
      text = String(decoding: try [UInt8](contentsOf: FilePath(path)), as: UTF8.self)
    }

    /// The lines of the comment behind `#!`, without their `# `.
    var comment: [String] {
      text.split(separator: "\n").dropFirst().prefix { $0.hasPrefix("#") }
        .map { String($0.dropFirst($0.hasPrefix("# ") ? 2 : 1)) }
    }

    /// What stands behind the script in the example of the comment.
    var arguments: [String] {
      let example = comment.first { $0.contains("scripts/examples/\(name).dial") }
      return example?.split(separator: " ").dropFirst().map { String($0) } ?? []
    }

    var parameters: [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("param ") }
        .map { String($0.split(separator: " ")[1]) }
    }
  }

  private func dialsh(_ arguments: String...) async throws -> Finished {
    try await Program().start(arguments).end()
  }

  @Test func eachScriptHasItsOutcomeAndARowOfTheReadme() throws {
    let outcomes = RecordedFile("Reports").path.string
    #expect(try ScratchDirectory.names(in: outcomes) == Self.names.map { "\($0).csv" })
    #expect(Self.names.count >= 20)
    let readme = String(
      decoding: try [UInt8](contentsOf: Self.repository.appending("README.md")), as: UTF8.self)
    for name in Self.names {
      #expect(readme.contains("| [\(name)](scripts/examples/\(name).dial) |"), "\(name)")
    }
  }

  @Test(arguments: names)
  func comesOutAsRecorded(_ name: String) async throws {
    let report = try Report(name)
    let arguments =
      ["-q", "--sandbox", "--account", "\(SandboxOptions.documentAccount)", report.path]
      + report.arguments
    let finished = try await Program().start(arguments).end()
    let file = RecordedFile("Reports/\(name).csv")
    if RecordedFile.isRecording { try file.write(finished.output) }
    #expect(try finished.output == file.text)
    #expect(finished.status == 0)
    let said = finished.errors.split(separator: "\n")
    #expect(said.allSatisfy { $0.contains("as a formula does; formulas=guard") }, "\(said)")
  }

  @Test(arguments: names)
  func saysWhatItIsAndMakesSense(_ name: String) async throws {
    let report = try Report(name)
    #expect(report.text.hasPrefix("#!/usr/bin/env dialsh\n# "))
    #expect(report.comment.first?.hasSuffix("?") == true || name == "monthly-calls")
    #expect(report.comment.count >= 6)
    #expect(
      report.comment.suffix(2).first
        == "  dialsh --sandbox --account \(SandboxOptions.documentAccount) \\")
    let checked = try await dialsh("check", "--account", "acct_1", report.path)
    #expect(checked == Finished(output: "", errors: "", status: 0))
    let help = try await dialsh(report.path, "--help")
    #expect(help.output.hasPrefix(report.comment.joined(separator: "\n") + "\n"))
    let shown = help.output.split(separator: "\n").filter { $0.hasPrefix("  --") }
      .map { String($0.drop { " -".contains($0) }.prefix { $0 != " " }) }
    #expect(shown == report.parameters)
  }

  /// The last column of a report, below its header.
  private func ids(_ name: String, of account: String, _ variables: [String: String] = [:])
    async throws -> Set<String>
  {
    var setting = RunSetting()
    setting.account = Account.ID(rawValue: account)
    setting.variables = variables
    let outcome = try await run(try Report(name).text, in: setting)
    try #require(outcome.status == .done, "\(name): \(outcome.errors)")
    return Set(
      outcome.output.split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: ",", omittingEmptySubsequences: false).last.map { String($0) }
      })
  }

  @Test(arguments: try! PlantedFaults.all(of: SandboxOptions()))
  func findTheFaultsOfAnAccountAndNothingElse(_ planted: PlantedFaults) async throws {
    let reports: [(name: String, kinds: [PlantedFaults.Kind])] = [
      ("dangling-targets", [.goneTarget]),
      ("locations-without-e911", [.withoutE911, .failedE911]),
      ("users-without-extension", [.withoutExtension]),
      ("unregistered-devices", [.unregistered]), ("empty-queues", [.withoutMembers]),
    ]
    for (name, kinds) in reports {
      let faults = Set(kinds.flatMap { planted.ids[$0] ?? [] })
      #expect(try await ids(name, of: planted.account) == faults, "\(name) of \(planted.account)")
    }
    #expect(Set(reports.flatMap(\.kinds)).union([.unread]) == Set(PlantedFaults.Kind.allCases))
    // A row a mailbox: what waits since 30 days before the end of the data.
    let waiting = try await ids(
      "voicemail-backlog", of: planted.account, ["before": "2026-07-22"])
    #expect(waiting.isEmpty == (planted.ids[.unread] == nil))
  }
}
