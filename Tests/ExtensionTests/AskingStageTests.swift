import DialLanguage
import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport
import Testing

/// A stage that asks the API before its first row.
struct AskingStageTests {
  /// `like-accounts`: as many rows as the platform has accounts on a page of two.
  private struct LikeAccountsStage: Stage {
    static let signature = Signature(
      "like-accounts", summary: "As many rows as there are accounts.",
      examples: [])

    init(_ arguments: inout ArgumentReader, in context: StageContext) throws(Rejection) {
      try arguments.finish(after: "`like-accounts`")
    }

    var effect: StageEffect {
      var effect = StageEffect("asks for the accounts first", demand: .unknown)
      effect.asksAPI = true
      return effect
    }

    func start(in run: Run) async throws -> any StageWork {
      guard let client = run.client else { throw MissingKey() }
      return Work(left: try await client.accounts.list(limit: 2).firstPage().items.count)
    }

    private struct Work: StageWork {
      var left: Int

      mutating func take(_ batch: inout Batch, in run: Run) -> Flow {
        batch.records = Array(batch.records.prefix(left))
        left -= batch.records.count
        return left == 0 ? .enough : .goOn
      }
    }
  }

  private var setting: RunSetting {
    var setting = RunSetting()
    setting.account = SandboxOptions.documentAccount
    setting.vocabulary.stages.append(LikeAccountsStage.self)
    return setting
  }

  @Test(arguments: Way.allCases)
  func asksBeforeTheFirstPageOfTheList(_ way: Way) async throws {
    let outcome = try await run("numbers | like-accounts | count", in: setting, way)
    #expect(
      outcome
        == Outcome(
          output: "count\n2\n", errors: "", status: .done,
          requests: ["/v1/accounts?limit=2", "/v1/phone-numbers?limit=100"]))
  }

  @Test func explainTellsOfItAndSendsNothing() async throws {
    let outcome = try await run("explain numbers | like-accounts", in: setting)
    #expect(outcome.output.contains("\nstage     `like-accounts` asks for the accounts first\n"))
    #expect(outcome.requests == [])
  }
}
