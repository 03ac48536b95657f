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

/// Objects that are read by their ids, from the line to the sandbox.
struct ObjectReadTests {
  private var setting: RunSetting {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.catalog = .madeUp
    setting.vocabulary = .standard(catalog: .madeUp)
    return setting
  }

  @Test(arguments: Way.allCases)
  func anIDReadsItsObject(_ way: Way) async throws {
    let rows = try await run("numbers | limit 1 | export json", in: setting, way)
    let id = try #require(rows.output.firstMatch(of: #/did_\w+/#)?.output)
    for line in ["\(id) | export json", "numbers \(id) | export json"] {
      #expect(
        try await run(line, in: setting, way)
          == Outcome(
            output: rows.output, errors: "", status: .done,
            requests: ["/v1/phone-numbers/\(id)"]))
    }
    #expect(
      try await run("did_none", in: setting, way)
        == Outcome(
          output: "",
          errors:
            "dialsh: did_none: no such number (status 404, code not_found, request req_0000000001)\n",
          status: .failed, requests: ["/v1/phone-numbers/did_none"]))
  }

  @Test func aServerMayBeTooOldForAList() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.sandbox.api = .v3_0
    let outcome = try await run("blocked_numbers", in: setting)
    #expect(outcome.status == .failed)
    #expect(
      outcome.errors == """
        dialsh: blocked_numbers: no such path; a server may be too old for `blocked_numbers`, which is \
        newer than 3.2 (N4) (page 1, status 404, code not_found, request req_0000000001)

        """)
    setting.sandbox.api = .n4
    #expect(try await run("blocked_numbers | limit 1", in: setting).status == .done)
  }

  /// An API that ignores filters is warned of, but for a filter that keeps other rows by right.
  @Test func rowsBesideAWiderFilterAreNoFault() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.sandbox.faults = [Fault(.ignoreFilters)]
    for (conditions, warns) in [
      ("to_number = +14155550100", false), ("from_number = +14155550100", true),
      ("to_number = +14155550100 and from_number = +14155550100", true),
    ] {
      let outcome = try await run("calls where \(conditions) | count", in: setting)
      #expect(outcome.output == "count\n0\n" && outcome.status == .done)
      #expect(
        outcome.errors.contains("rows that the filter excludes; dropped here") == warns,
        "\(outcome.errors)")
    }
  }

  @Test func linksThatEndAreWarnedOfOnce() async throws {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    let warning =
      "dialsh: warning: the links of `recording_url` work for 10 minutes, the first until "
      + "2026-09-15T12:10:00Z\n"
    #expect(try await run("calls | select id, recording_url", in: setting).errors == warning)
    #expect(try await run("calls | select id", in: setting).errors == "")
    #expect(try await run("calls where id = x | select recording_url", in: setting).errors == "")
    #expect(try await run("calls | count by recording_url", in: setting).errors == "")
  }

  @Test func aPartIsReadByTheIDOfItsOwner() async throws {
    let devices = try await run("devices | select id", in: setting).output.split(separator: "\n")
    var found = 0
    var missing = 0
    for device in devices.dropFirst().prefix(20) {
      let lines = try await run("\(device) lines", in: setting)
      let asked = try await run("device_lines where device=\(device)", in: setting)
      #expect(lines == asked && lines.status == .done)
      let status = try await run("\(device) status", in: setting)
      #expect(status.requests == ["/v1/devices/\(device)/status"])
      #expect(status.status == .done && status.errors == "")
      switch status.output.split(separator: "\n").count {
      case 1: missing += 1
      case 2: found += 1
      default: Issue.record("\(status.output)")
      }
    }
    #expect(found > 0 && missing > 0)
  }
}
