import DialPipeline
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import Testing

/// The law of planning: with what the API filters and without, the same rows.
struct PushdownLawTests {
  /// A world whose API has no filters and whose list runs by no time, so that a plan asks for
  /// all of it.
  private static let withoutPushdown = Vocabulary.shell(
    catalog: Catalog(
      resources: Catalog.standard.resources.map { resource in
        var resource = resource
        resource.filters = []
        resource.order = .asListed
        return resource
      }))

  private static let faults: [[Fault.Kind]] = [
    [], [.ignoreFilters], [.fractionalTimes], [.unknownKeys, .ignoreFilters],
  ]

  @Test func pushdownChangesNoRow() async throws {
    let random = SeededGenerator()
    var generator = PipelineGenerator(random: random)
    var saved = 0
    for index in 0..<150 {
      let text = generator.pipeline()
      var setting = Setting()
      setting.account = Sandbox.documentAccount
      setting.sandbox.faults = Self.faults[index % Self.faults.count].map { Fault($0) }
      let with = try await run(text, in: setting)
      setting.vocabulary = Self.withoutPushdown
      let without = try await run(text, in: setting)
      try #require(
        with.status == .done && without.status == .done && with.output == without.output,
        """
        `\(text)` with \(setting.sandbox.faults.map(\.kind)), DIALSH_SEED=\(random.seed):
        \(with.output)\(with.errors) without push-down:
        \(without.output)\(without.errors)
        """)
      saved += without.requests.count - with.requests.count
    }
    // Else the law held because nothing was pushed down.
    #expect(saved > 0, "DIALSH_SEED=\(random.seed)")
  }
}
