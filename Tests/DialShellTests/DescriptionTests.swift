import DialLanguage
import DialPipeline
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// What `describe` says of lists of every form.
struct DescriptionTests {
  private func page(of name: String) async throws -> String {
    let recorder = try Recorder()
    var shell = recorder.shell(vocabulary: .shell(catalog: .madeUp))
    #expect(await shell.run(SourceText("describe \(name)")) == .done)
    return try recorder.output
  }

  @Test func describeSaysWhatAListBelongsTo() async throws {
    let page = try await page(of: "line_events")
    #expect(
      page == """
        line_events
          What befell a line. The list is an account's: `use acct_…` chooses it. It belongs to a device and a line.
          GET /v1/devices/{device}/lines/{line}/events, newest first by created_at

        fields
          id           id: the event's id
          device       id: the device
          line_number  integer: the line
          created_at   time: when it was made

        filters of the API
          none; every condition is checked here

        relations
          account      the one of `use`; `accounts` lists them
          device       → devices
          line_number  → device_lines

        example
          line_events where device=dev_01h2 and line_number=1 | limit 5 | export csv

        """)
  }

  @Test(arguments: [
    ("calls", "  started_at >=        as the parameter `from_date`"),
    ("calls", "  recording_url     text: where it is kept; a link for 10 minutes"),
    ("calls", "  calls where direction=inbound | limit 5 | export csv"),
    ("users", "  name or email ~  letters and digits, in any case, as the parameter `search`"),
    ("hardware_orders", "  GET /v1/hardware-orders, all in one answer"),
    ("device_status", "  GET /v1/devices/{device}/status, one object, or none"),
    ("devices", "  dev_…         one device, by its id"),
    ("devices", "  dev_… lines   The lines of a phone."),
    ("devices", "  dev_… status  What a phone said last."),
    ("webhook_endpoints", "  secret        text: what signs events; a secret"),
    (
      "webhook_endpoints",
      "  Who is told of events. The list is the platform's, or that of the account that "
        + "`use acct_…` chooses."
    ),
  ])
  func describeSaysWhatTheCatalogDoes(_ name: String, _ line: String) async throws {
    let page = try await page(of: name)
    #expect(page.split(separator: "\n").contains { $0 == line }, "\(page)")
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func everyExampleOfAResourcePlans(_ name: String) async throws {
    let page = try await page(of: name)
    let line = try #require(page.split(separator: "\n").last)
    var scope = Typing().scope
    scope.prompt = nil
    _ = try Planner.plan(
      SourceText(String(line)), with: .shell(catalog: .madeUp), in: scope)
  }
}
