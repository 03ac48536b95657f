import DialTestSupport
import Testing

/// The key: where it comes from, and that it goes nowhere else.
@Suite(.timeLimit(.minutes(2)))
struct KeyTests {
  private static let secret = "9f8e7d6c5b4a"
  private let key = "sk_test_\(secret)"
  private let line = "use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers | limit 1 | select status"
  private let one = Finished(output: "status\nactive\n", errors: "", status: 0)
  private var program: Program

  init() throws {
    program = try Program()
  }

  @Test func withoutAKeyNothingIsSentAndTheUserIsToldWhatToDo() async throws {
    #expect(
      try await program.run("--base-url", "http://127.0.0.1:1", "-c", line)
        == Finished(
          output: "",
          errors: """
            dialsh: no API key: set DIALSTACK_API_KEY, or give --api-key-file FILE or --profile NAME;
            `dialsh --sandbox` needs no key: it answers from a sandbox on this machine

            """, status: 4))
  }

  @Test func twoVariablesThatDifferAreRefused() async throws {
    var program = program
    program.variables = ["DIALSTACK_API_KEY": key, "DIALSTACK_SECRET_KEY": key + "0"]
    #expect(
      try await program.run("--base-url", "http://127.0.0.1:1", "-c", line)
        == Finished(
          output: "",
          errors: "dialsh: DIALSTACK_API_KEY and DIALSTACK_SECRET_KEY differ; unset one of them\n",
          status: 2))
  }

  @Test func everyPlaceOfTheKeyWorks() async throws {
    try await withSandboxProcess { url in
      for variable in ["DIALSTACK_API_KEY", "DIALSTACK_SECRET_KEY"] {
        var program = program
        program.variables = [variable: key, "DIALSTACK_API_URL": url]
        #expect(try await program.run("-c", line) == one)
      }
      let file = try program.home.write("\(key)\n", to: "key")
      #expect(
        try await program.run("--api-key-file", file, "--base-url", url, "-c", line) == one)
      let profiles = """
        default = "work"
        [profiles.work]
        api_key = "\(key)"
        base_url = "\(url)"
        """
      let path = try program.home.write(profiles, to: "config/dialsh/config.toml")
      #expect(try await program.run("-c", line) == one)
      #expect(try await program.run("--profile", "work", "-c", line) == one)
      try chmod(path, 0o644)
      #expect(
        try await program.run("-c", line)
          == Finished(
            output: "",
            errors:
              "dialsh: \(path) holds a key and can be read by others; run: chmod 600 \(path)\n",
            status: 2))
    }
  }

  @Test func aKeyThatTheAPIDoesNotTakeIsAMatterOfAuthentication() async throws {
    try await withSandboxProcess { url in
      let file = try program.home.write("pk_live_\(Self.secret)", to: "key")
      let finished = try await program.run("--api-key-file", file, "--base-url", url, "-c", line)
      #expect(finished.status == 4)
      #expect(finished.errors.contains("the API key is not valid"))
      #expect(!finished.errors.contains(Self.secret))
    }
  }

  @Test func everyRequestCanBeWatchedAndTheKeyIsNotSeen() async throws {
    // This API repeats the key in its answer.
    try await withSandboxProcess("--fault", "echo-key") { url in
      let file = try program.home.write(key, to: "key")
      let finished = try await program.run(
        "--api-key-file", file, "--base-url", url, "-v", "-c", line)
      #expect(finished.status == 1)
      let first = finished.errors.split(separator: "\n").first ?? ""
      #expect(
        first.hasPrefix(
          "GET /v1/phone-numbers?limit=1 for acct_01h2xcejqtf2nbrexx3vqjhp41 → 403, "), "\(first)")
      #expect(!finished.errors.contains(Self.secret))
      #expect(!finished.output.contains(Self.secret))
    }
  }

  @Test func watchingSaysHowManyRequestsThereWere() async throws {
    let finished = try await program.run(
      "--sandbox", "-v", "-c",
      "use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers where status=active | count")
    #expect((finished.output, finished.status) == ("count\n156\n", 0))
    let targets = finished.errors.split(separator: "\n").map { $0.prefix { $0 != "→" } }
    #expect(targets.count == 2)
    #expect(
      targets.first
        == "GET /v1/phone-numbers?limit=100&status=active for acct_01h2xcejqtf2nbrexx3vqjhp41 ")
    #expect(!finished.errors.contains("sk_test"))
  }

  @Test func theKeyIsNotSentInTheOpen() async throws {
    var program = program
    program.variables = ["DIALSTACK_API_KEY": key]
    let finished = try await program.run("--base-url", "http://api.example.com", "-c", line)
    #expect(finished.status == 2)
    #expect(finished.errors.hasPrefix("dialsh: "))
    #expect(finished.errors.contains("https"))
  }
}
