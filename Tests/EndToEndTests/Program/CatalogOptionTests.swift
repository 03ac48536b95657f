import DialTestSupport
import ShellTestSupport
import Testing

/// Lists that a file adds, wherever lists are known, and what `dialsh drift` writes of a server.
@Suite(.timeLimit(.minutes(2)))
struct CatalogOptionTests {
  private let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
  private let program: Program
  private let lists: String

  init() throws {
    program = try Program()
    lists = try program.home.write(
      """
      [[resource]]
      name = "voice_bots"
      path = "/v1/voice-bots"
      id_prefixes = ["vb"]
      field = ["id", { name = "state", choices = ["on", "off"], presence = "always" }, "created_at"]
      filter = ["state"]
      order = "created_at desc"

      """, to: "lists.toml")
  }

  private let script = "voice_bots where state=on | limit 2 | select state, id"

  @Test func theSandboxServesTheList() async throws {
    let inProcess = try await program.run(
      "--sandbox", "--catalog", lists, "--account", account, "-c", script)
    #expect(inProcess.errors == "" && inProcess.status == 0)
    #expect(inProcess.output.lines.map { $0.prefix(6) } == ["state,", "on,vb_", "on,vb_"])
    try await withSandboxProcess("--catalog", lists) { url in
      var program = program
      program.variables["DIALSTACK_API_KEY"] = "sk_test_1"
      let overASocket = try await program.run(
        "--base-url", url, "--catalog", lists, "--account", account, "-c", script)
      #expect(overASocket == inProcess)
      let unknown = try await program.run(
        "--base-url", url, "--account", account, "-c", "voice_bots")
      #expect(unknown.status == 2)
    }
  }

  @Test func theConfigurationNamesFilesBesideIt() async throws {
    try program.home.write(try program.home.read("lists.toml"), to: "config/dialsh/lists.toml")
    try program.home.write("catalog = [\"lists.toml\"]\n", to: "config/dialsh/config.toml")
    let finished = try await program.run("--sandbox", "--account", account, "-c", script)
    #expect(finished.output.lines.count == 3 && finished.errors == "")
    #expect(try await program.run("describe", "voice_bots").output.hasPrefix("account"))
  }

  @Test func everyCommandKnowsTheList() async throws {
    let described = try await program.run(
      "describe", "--json", "--catalog", lists, "voice_bots | select id, state")
    #expect(
      described
        == Finished(
          output: #"""
            {"columns":[
            {"name":"id","kind":"id","nullable":false},
            {"name":"state","kind":"choice","nullable":false,"choices":["on","off"]}
            ],"key":["id"],"scope":"account","gathers":null}

            """#, errors: "", status: 0))
    let file = try program.home.write("# Bots.\nvoice_bots | count\n", to: "bots.dial")
    #expect(
      try await program.run("check", "--catalog", lists, "--account", account, file)
        == Finished(output: "", errors: "", status: 0))
    #expect(try await program.run("--catalog", lists, file, "--help").status == 0)
    #expect(try await program.run("check", "--account", account, file).status == 2)
    let explained = try await program.run(
      "--dry-run", "--catalog", lists, "--account", account, "-c", script)
    #expect(
      explained.output.lines.prefix(4) == [
        "account   \(account)", "request   GET /v1/voice-bots?limit=2&state=on",
        "pages     2 rows a request: `limit 2` wants no more",
        "filtered  state=on by the API as `state`, and checked here again",
      ])
    let help = try await program.run("--catalog", lists, "-c", "help; describe voice_bots")
    #expect(help.output.contains("  voice_bots                   What GET /v1/voice-bots lists.\n"))
    #expect(help.output.contains("  GET /v1/voice-bots, newest first by created_at\n"))
    let configuration = try program.home.write("{\"catalog\": \"\(lists)\"}", to: "config.json")
    let discovered = try await program.run("tap", "--config", configuration, "--discover")
    #expect(discovered.output.contains("{\"tap_stream_id\":\"voice_bots\""))
    #expect(discovered.errors == "" && discovered.status == 0)
  }

  @Test(arguments: [
    ["--sandbox", "-c", "accounts"], ["describe", "accounts"], ["check", "-c", "accounts"],
    ["sandbox", "--port", "0"], ["drift", "--sandbox"],
  ])
  func aFileThatMakesNoSenseIsRefused(_ arguments: [String]) async throws {
    try program.home.write("[[extend]]\nname = \"numbrs\"\n", to: "bad.toml")
    let path = program.home.path("bad.toml")
    let finished = try await program.start(arguments + ["--catalog", path]).end()
    #expect(
      finished
        == Finished(
          output: "",
          errors: """
            dialsh: \(path):2:8: unknown list `numbrs`; did you mean `numbers`?
              name = "numbrs"
                     ^~~~~~~~

            """, status: 2))
    #expect(
      try await program.start(arguments + ["--catalog", "/no/such.toml"]).end().errors
        == "dialsh: can't read /no/such.toml: No such file or directory\n")
  }

  @Test func whatADriftWritesIsTakenByTheNextOne() async throws {
    try await withSandboxProcess("--api", "3.0", "--fault", "unknown-keys") { url in
      var program = program
      program.variables["DIALSTACK_API_KEY"] = "sk_test_1"
      let learnt = program.home.path("learnt.toml")
      let arguments = ["drift", "--base-url", url, "--account", account, "--pages", "1"]
      let first = try await program.start(
        arguments + ["--catalog", lists, "--write", learnt, "voice_bots", "accounts", "locations"]
      ).end()
      #expect(
        first
          == Finished(
            output: """
              voice_bots: the server has no such list (404)
              accounts: 12 rows, 2 differences
                x_unknown  unknown key: object in 12 of 12
                x-list     unknown key: list in 12 of 12
                not counted, since no field can be called so: ``
              locations: 8 rows, 2 differences
                x_unknown  unknown key: object in 8 of 8
                x-list     unknown key: list in 8 of 8
                not counted, since no field can be called so: ``

              """, errors: "", status: 1))
      let second = try await program.start(
        arguments + ["--catalog", learnt, "accounts", "locations"]
      ).end()
      #expect(
        second
          == Finished(
            output: """
              accounts: 12 rows, as the catalog says
                not counted, since no field can be called so: ``
              locations: 8 rows, as the catalog says
                not counted, since no field can be called so: ``

              """, errors: "", status: 0))
      let refused = try await program.start(
        arguments + ["--catalog", learnt, "--write", learnt]
      ).end()
      #expect(
        refused
          == Finished(
            output: "",
            errors: "dialsh: --write would replace \(learnt), which --catalog reads\n", status: 2))
    }
  }

  @Test func aDriftOfAccountsNeedsOne() async throws {
    #expect(
      try await program.run("drift", "--sandbox", "numbers")
        == Finished(
          output: "",
          errors: """
            dialsh: 1:1: `numbers` belongs to an account; give --account ID, or --account all
              numbers
              ^~~~~~~

            """, status: 2))
    #expect(
      try await program.run("drift", "--sandbox", "accounts", "--write", "/no/such.toml").errors
        == "dialsh: can't write /no/such.toml: there is no directory `/no`\n")
    #expect(
      try await program.run("drift", "--pages", "0").errors.lines.first
        == "Error: --pages takes a whole number, 1 to 10000")
  }
}
