import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// The line of the README, against the SDK's own count.
struct MainLineTests {
  @Test(arguments: [0, 1, 99, 100, 101, 250, 1000], Way.allCases)
  func givesEveryActiveNumberInAsFewRequestsAsCanBe(_ numbers: Int, _ way: Way) async throws {
    var setting = RunSetting()
    setting.sandbox.numbers = numbers
    let account = SandboxOptions.documentAccount
    let client = Client(transport: try Sandbox(options: setting.sandbox))
    let active = try await client.phoneNumbers.list(account: account).collect()
      .filter { $0.status == .active }
    let outcome = try await run(
      "use \(account); numbers where status=active | format | export csv", in: setting, way)
    let rows = active.map {
      "\($0.id),\($0.display),\($0.phoneNumber)\n"
    }
    #expect(outcome.output == "id,display,raw\n" + rows.joined())
    #expect(outcome.requests.count == max(1, (active.count + 99) / 100))
    #expect(outcome.requests.first == "/v1/phone-numbers?limit=100&status=active")
    #expect((outcome.errors, outcome.status) == ("", .done))
  }
}
