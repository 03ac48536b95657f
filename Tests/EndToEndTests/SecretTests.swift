import DialLanguage
import DialPipeline
import DialRows
import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// Fields that are secret: nobody sees them who doesn't ask for them twice.
struct SecretTests {
  private func run(_ texts: String..., showing: Bool = false) async throws -> Outcome {
    var setting = RunSetting()
    setting.catalog = .madeUp
    setting.vocabulary = .shell(catalog: .madeUp)
    setting.showsSecrets = showing
    let sandbox = try Sandbox(options: SandboxOptions(), catalog: .madeUp)
    return try await outcome(in: setting) { options in
      Client(transport: sandbox, hiding: nil, options: options, timing: .system)
    } _: { environment in
      var session = Session()
      session.isAtPrompt = texts.count > 1
      var shell = Shell(session: session, environment: environment, mode: .run)
      var status = ExitStatus.done
      for text in texts { status = await shell.run(SourceText(text)) }
      return status
    }
  }

  /// The values of the first column behind the header.
  private func values(_ outcome: Outcome) -> Set<String> {
    Set(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { String($0) })
  }

  @Test(arguments: [
    "select secret", "select .secret", "select secret as id", "sort secret | select secret",
    "uniq secret | select secret", "where secret != null | select secret | limit 3",
  ])
  func theyAreHidden(_ stages: String) async throws {
    let outcome = try await run("webhook_endpoints | \(stages)")
    #expect(values(outcome).isSubset(of: ["•••", ""]) && values(outcome).contains("•••"))
    #expect(outcome.status == .done)
  }

  @Test(arguments: ["csv", "tsv", "json", "ndjson", "ndjson typed=yes", "table"])
  func noFormatShowsThem(_ format: String) async throws {
    let line = "webhook_endpoints | limit 20 | select secret | export"
    let shown = values(try await run("\(line) csv", showing: true)).filter { !$0.isEmpty }
    let hidden = try await run("\(line) \(format)")
    #expect(hidden.output.contains("•••") && hidden.status == .done)
    for secret in shown { #expect(!hidden.output.contains(secret), "\(secret)") }
    // A secret that no `select` names isn't shown.
    let all = try await run("webhook_endpoints | limit 20 | export ndjson", showing: true)
    let secrets = Set(all.output.matches(of: #/"secret":("[^"]*"|null)/#).map { String($0.1) })
    #expect(secrets.isSubset(of: ["null", "\"•••\""]) && secrets.contains("\"•••\""))
  }

  @Test(arguments: ["details.pin.x", ".details.pin.x", ".secret.x", ".secret_hidden.x"])
  func whatIsInASecretIsOne(_ path: String) throws {
    var resource = MadeUp.webhookEndpoints
    resource.fields[1] = Field(
      "secret", .object, .optional, "any", example: "{}", alias: "secret_hidden",
      fields: [Field("x", .text, .optional, "any", example: "x")], sensitivity: .secret)
    let path = String(path.drop { $0 == "." })
    guard case .masked(_, .whole) = resource.accessor(at: path) else {
      Issue.record("\(path) shows")
      return
    }
    #expect(resource.field(named: "secret.x") != nil)
  }

  @Test func groupsAndOtherUsesShowNone() async throws {
    for line in [
      "webhook_endpoints | count by secret | select secret",
      "webhook_endpoints | select secret | count by secret | select secret",
    ] {
      #expect(values(try await run(line, showing: true)).isSubset(of: ["•••", ""]), "\(line)")
    }
    #expect(try await run("webhook_endpoints where secret = \"•\" | count").output == "count\n0\n")
  }

  @Test func whoAsksForThemGetsThem() async throws {
    let shown = values(try await run("webhook_endpoints | select secret", showing: true))
    #expect(shown.count > 5 && !shown.contains("•••"))
    let nested = try await run("webhook_endpoints | select details.pin", showing: true)
    #expect(values(nested).count > 2 && !values(nested).contains("•••"))
    // The rows that are kept are told again without them.
    let later = try await run(
      ".rows all", "webhook_endpoints | select secret", "$it", showing: true)
    let tail: String = later.output.components(after: "secret\n").last ?? ""
    let kept = Set<Substring>(tail.split(separator: "\n"))
    #expect(kept == ["•••"])
  }

  @Test func objectsHideWhatIsSecretInThem() async throws {
    let outcome = try await run("webhook_endpoints | select details | export ndjson")
    let objects = outcome.output.split(separator: "\n").filter { $0.contains("pin") }
    #expect(!objects.isEmpty)
    for object in objects { #expect(object.contains("\"pin\":\"•••\""), "\(object)") }
    #expect(objects.contains { $0.contains("\"town\":\"") && !$0.contains("\"town\":\"•••\"") })
    let path = try await run("webhook_endpoints | select details.pin, .details | export ndjson")
    for object in path.output.split(separator: "\n") where object.contains("\"pin\"") {
      #expect(object.contains("\"pin\":\"•••\""), "\(object)")
    }
  }
}

extension String {
  fileprivate func components(after separator: String) -> [String] {
    var rest = self[...]
    var parts: [String] = []
    while let range = rest.firstRange(of: separator) {
      rest = rest[range.upperBound...]
      parts.append(String(rest))
    }
    return parts
  }
}
