import DialSandbox
import DialShell
import DialStack
import DialTestSupport
import ShellTestSupport
import Testing

/// `with` by `expand[]`: the rows that ids lead to come inside of the rows.
struct RelationExpansionTests {
  private static let account = SandboxOptions.documentAccount

  /// The catalog without a word of `expand[]`.
  private static let plainCatalog = Catalog(
    resources: Catalog.standard.resources.map { resource in
      var resource = resource
      resource.expansions = []
      return resource
    })

  /// - Parameters:
  ///   - asking: whether the program knows of `expand[]`.
  ///   - answering: whether the API does.
  private func outcome(_ line: String, asking: Bool = true, answering: Bool = true) async throws
    -> Outcome
  {
    var setting = RunSetting()
    setting.account = line.hasPrefix("use ") ? nil : Self.account
    if !asking { setting.vocabulary = .shell(catalog: Self.plainCatalog) }
    if !answering { setting.catalog = Self.plainCatalog }
    return try await run(line, in: setting)
  }

  @Test(arguments: [
    "voicemails | with call | export ndjson",
    "voicemails | with call | select call, call.status, call.started_at as at | export csv",
    "voicemails where call != null | with call | sort call.duration_seconds | limit 5 | export json",
    "voicemails | with call | count by call, call.direction | export csv",
    "calls where started_at >= 2026-06-01 | with did | export ndjson",
    "calls where started_at >= 2026-06-01 | with did | where did.phone_number ~ 5 | count by did",
    "calls where started_at >= 2026-06-01 | with did | set last = prefix(.did.phone_number, 5) | export csv",
    "calls where started_at >= 2026-08-01 | select id, did, did as again | with did, again | export csv",
    "admin_users | with user | export ndjson", "faxes | with did | export csv",
    "use all; voicemails | with call | select account, id, call.status | export csv",
  ])
  func expansionChangesNoRow(_ line: String) async throws {
    let expanded = try await outcome(line)
    let followed = try await outcome(line, asking: false)
    #expect(expanded.output == followed.output)
    #expect(expanded.output.split(separator: "\n").count > 2)
    #expect(expanded.errors == followed.errors)
    // A server that knows nothing of it answers with ids, which are followed.
    let ignored = try await outcome(line, answering: false)
    #expect(ignored.output == followed.output)
    #expect(ignored.requests.count == followed.requests.count)

    let lists = expanded.requests.filter { !$0.hasPrefix("/v1/accounts") }
    #expect(lists.allSatisfy { $0.contains("expand%5B%5D=") || $0.contains("page=") })
    #expect(lists.count < followed.requests.count { !$0.hasPrefix("/v1/accounts") })
  }

  @Test func oneObjectIsReadWithTheRowThatItLeadsTo() async throws {
    let id = try await outcome("voicemails where call != null | limit 1 | select id")
    let voicemail = try #require(id.output.split(separator: "\n").last)
    let expanded = try await outcome("\(voicemail) | with call | select call.status, call")
    let followed = try await outcome(
      "\(voicemail) | with call | select call.status, call", asking: false)
    #expect(expanded.output == followed.output)
    #expect(expanded.requests == ["/v1/voicemails/\(voicemail)?expand%5B%5D=call"])
    #expect(followed.requests.count == 2)
  }

  @Test func aPartIsNotRememberedAsTheWholeRow() async throws {
    let outcome = try await outcome(
      "calls where started_at >= 2026-06-01 | limit 3 | with did | select did.phone_number; "
        + "calls where started_at >= 2026-06-01 | limit 3 | with did | select did.status")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 8 && lines.suffix(3).allSatisfy { $0 == "active" })
  }

  private func stage(_ line: String) async throws -> String {
    let lines = try await outcome("explain \(line)").output.split(separator: "\n")
    let stage = lines.first { $0.hasPrefix("stage     `with ") } ?? ""
    return String(stage.drop { $0 != "`" })
  }

  @Test func explainTellsWhichWayIDsAreFollowed() async throws {
    #expect(
      try await stage("voicemails | with call")
        == "`with call` `call` comes with each row: `expand[]=call`, no request more")
    #expect(
      try await stage("voicemails | sort created_at | limit 5 | with call")
        == "`with call` `call` leads to `calls`, each id once: by itself, side by side, 5 requests at "
        + "most; not by `expand[]`, since `sort` stands between")
    #expect(
      try await stage("calls | with did | select did.status")
        == "`with did` `did` leads to `numbers`, each id once: by pages of the list as long as they save "
        + "requests, else by itself, side by side, a request an id and 1 more at most; not by "
        + "`expand[]`, since that lacks `did.status`")
    #expect(
      try await stage("calls | limit 20 | with user")
        == "`with user` `user` leads to `users`, each id once: by pages of the list as long as they save "
        + "requests, else by itself, side by side, 21 requests at most")
    #expect(
      try await stage("calls | with account.pricing")
        == "`with account.pricing` `account.pricing` leads to `account_pricing`, each id once: by itself, "
        + "side by side, 1 request at most")
    #expect(
      try await stage("extensions | with target")
        == "`with target` `target` leads to `users`, `ring_groups`, `queues`, `dial_plans`, `voice_apps`, "
        + "`shared_voicemail_boxes`, each id once: by pages of the list as long as they save requests, "
        + "else by itself, side by side, a request an id and 5 more at most, beside the pages of "
        + "`shared_voicemail_boxes`")
    #expect(
      try await stage("numbers | with id.sms_port_out")
        == "`with id.sms_port_out` `id.sms_port_out` leads to `number_sms_port_out`, each id once: by "
        + "itself, side by side, a request an id")
    #expect(
      try await stage("numbers | limit 3 | with routing_target")
        .hasSuffix(
          "by itself, side by side, 3 requests at most, beside the pages of `shared_voicemail_boxes`"
        ))
  }

  @Test func rowsWithANameHaveAllFieldsOfTheRelatedRow() async throws {
    let outcome = try await outcome(
      "let recent = (calls where started_at >= 2026-06-01 | limit 3 | with did); "
        + "$recent | select did.status")
    #expect(outcome.output == "did.status\nactive\nactive\nactive\n")
  }
}
