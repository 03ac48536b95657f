import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// Lists that belong to an object of another list, from the line to the sandbox.
struct ParentListTests {
  @Test(arguments: Way.allCases)
  func aScriptWalksFromAListToThoseOfItsRows(_ way: Way) async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.catalog = .madeUp
    setting.vocabulary = .standard(catalog: .madeUp)
    let devices = try await run("devices | limit 9 | last 1 | select id", in: setting, way)
    let device = try #require(devices.output.split(separator: "\n").last.map(String.init))
    setting.variables = ["device": device]
    let lines = try await run(
      "param device; device_lines where device=$device | select line_number", in: setting, way)
    #expect(lines.requests == ["/v1/devices/\(device)/lines"])
    let line = try #require(lines.output.split(separator: "\n").last.map(String.init))
    let events = try await run(
      "param device; line_events where line_number=\(line) and device=$device | limit 1 "
        + "| select line_number", in: setting, way)
    #expect(events.requests == ["/v1/devices/\(device)/lines/\(line)/events?limit=1"])
    #expect(events.output == "line_number\n\(line)\n")
    #expect(events.status == .done)
  }

  @Test func aListWithoutItsParentSendsNothing() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.catalog = .madeUp
    setting.vocabulary = .standard(catalog: .madeUp)
    #expect(
      try await run("devices; queue_members | limit 3", in: setting)
        == Outcome(
          output: "",
          errors: """
            dialsh: 1:10: `queue_members` belongs to a queue; name it, as in `queue_members where queue=qu_…`
              devices; queue_members | limit 3
                       ^~~~~~~~~~~~~

            """, status: .refused, requests: []))
  }

  @Test func aParentThatIsNotThereIsSaidByTheAPI() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.catalog = .madeUp
    setting.vocabulary = .standard(catalog: .madeUp)
    let outcome = try await run("queue_members where queue=qu_none", in: setting)
    #expect(outcome.status == .failed)
    #expect(outcome.errors.contains("no such queue"), "\(outcome.errors)")
  }
}
