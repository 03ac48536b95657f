import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#endif

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
      // What the command line says counts before the environment, where nobody listens.
      var program = program
      program.variables = ["DIALSTACK_API_KEY": "pk_x", "DIALSTACK_API_URL": "http://127.0.0.1:1"]
      #expect(
        try await program.run("--api-key-file", file, "--base-url", url, "-c", line) == one)
      program.variables = [:]
      let profiles = """
        default = "work"
        [profiles.work]
        api_key = "\(key)"
        base_url = "\(url)"
        """
      let path = try program.home.write(profiles, to: "config/dialsh/config.toml")
      #expect(try await program.run("-c", line) == one)
      #expect(try await program.run("--profile", "work", "-c", line) == one)
      program.variables = ["DIALSTACK_API_URL": "http://127.0.0.1:1"]
      #expect(try await program.run("--profile", "work", "-c", line) == one)
      program.variables = [:]
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

  @Test func theProgramNamesItselfOnceAndReachesIPv6() async throws {
    let listener = try SocketListener(.ipv6)
    defer { listener.close() }
    let (heads, arrived) = AsyncStream.makeStream(of: String.self)
    listener.start { socket in
      guard let head = socket.read() else { return }
      arrived.yield(String(decoding: head, as: UTF8.self))
      _ = socket.write(
        Array("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"data\":[]}".utf8))
    }
    var program = program
    program.variables = ["DIALSTACK_API_KEY": key]
    let host = "[::1]:\(listener.port)"
    #expect(
      try await program.run("--base-url", "http://\(host)", "-c", "accounts | count")
        == Finished(output: "count\n0\n", errors: "", status: 0))
    let head = await heads.first { _ in true }
    #expect(
      head == """
        GET /v1/accounts?limit=100 HTTP/1.1\r
        Host: \(host)\r
        Authorization: Bearer \(key)\r
        Accept: application/json\r
        User-Agent: dialsh/0.1.0\r
        Accept-Encoding: deflate, gzip\r
        \r

        """)
  }

  @Test func aRequestEndsWhenItsTimeIsOver() async throws {
    let listener = try SocketListener()
    defer { listener.close() }
    listener.start { socket in while socket.read() != nil {} }
    var program = program
    program.variables = ["DIALSTACK_API_KEY": key]
    #expect(
      try await program.run(
        "--base-url", "http://127.0.0.1:\(listener.port)", "--timeout", "200ms", "-c", "accounts")
        == Finished(
          output: "",
          errors: "dialsh: accounts: the answer was not whole within 0.2 seconds (page 1)\n",
          status: 1))
  }

  @Test func variablesThatCannotBeObeyedAreRefusedAtTheStart() async throws {
    var program = program
    let missing = program.home.path("missing")
    for (name, value, message) in [
      ("SSL_CERT_FILE", missing, "SSL_CERT_FILE: can't read the file \(missing)"),
      (
        "HTTPS_PROXY", "socks5://ada:\(Self.secret)@proxy:1",
        "HTTPS_PROXY names a proxy that is not spoken to by plain HTTP, which dialsh can't; "
          + "write http://HOST:PORT"
      ),
    ] {
      program.variables = ["DIALSTACK_API_KEY": key, name: value]
      #expect(
        try await program.run("-c", "help")
          == Finished(output: "", errors: "dialsh: \(message)\n", status: 2))
      let finished = try await program.run("--base-url", "http://127.0.0.1:1", "-c", "help")
      #expect((finished.errors, finished.status) == ("", 0))
    }
  }

  private static let seen = """
    an argument holds an API key, and every user of this machine can see arguments; \
    set DIALSTACK_API_KEY, or give --api-key-file FILE
    """
  private static let notTaken = """
    the key is not taken from an argument, which every user of this machine can see; \
    set DIALSTACK_API_KEY, or give --api-key-file FILE
    """
  private static let noAccount = """
    this looks like an API key, not an account id; \
    a key goes into DIALSTACK_API_KEY or a file for --api-key-file
    """

  @Test(arguments: [
    (["--api-key=sk_live_\(secret)"], seen), (["--api-key", "sk_live_\(secret)"], seen),
    (["--sk_live_\(secret)"], seen), (["sk_live_\(secret)"], seen),
    (["--account", "sk_live_\(secret)"], seen), (["--account=sk_live_\(secret)"], seen),
    (["-x", "ask_live_\(secret)", "-c", "help"], seen), (["--name=sk_live_\(secret)"], seen),
    (["check", "sk_live_\(secret)"], seen), (["sandbox", "--port", "sk_live_\(secret)"], seen),
    (["help", "sk_live_\(secret)"], seen), (["--api-key-file", "sk_live_\(secret)"], seen),
    (["--api-key=\(secret)"], notTaken), (["--api_key", secret], notTaken),
    (["--secret-key=\(secret)", "-c", "help"], notTaken),
  ])
  func aKeyAmongTheArgumentsIsRefusedAndNotRepeated(
    _ arguments: [String], _ message: String
  ) async throws {
    #expect(
      try await program.start(arguments).end()
        == Finished(output: "", errors: "dialsh: \(message)\n", status: 2))
  }

  @Test func aKeyForAnAccountIsRefusedAndNotRepeated() async throws {
    let stars = String(repeating: "*", count: Self.secret.count)
    let tildes = String(repeating: "~", count: Self.secret.count + 7)
    #expect(
      try await program.run("--sandbox", "-c", "use sk_live_\(Self.secret); numbers")
        == Finished(
          output: "",
          errors: """
            dialsh: 1:5: \(Self.noAccount)
              use sk_live_\(stars); numbers
                  ^\(tildes)

            """, status: 2))
    try program.home.write(
      "default = \"w\"\n[profiles.w]\naccount = \"\(key)\"", to: "config/dialsh/config.toml")
    #expect(
      try await program.run("-c", "help")
        == Finished(
          output: "",
          errors: """
            dialsh: the account looks like an API key; \
            a key goes into DIALSTACK_API_KEY or a file for --api-key-file

            """, status: 2))
  }

  @Test func noRefusalRepeatsAKey() async throws {
    let finished = try await program.run(
      "--sandbox", "-c", "numbers where staus=\(key); sk_live_\(Self.secret) | limit x")
    #expect(finished.status == 2)
    #expect(finished.errors.contains("sk_live_************"))
    #expect(!finished.errors.contains(Self.secret))
  }

  #if os(Linux)
    @Test func noCoreFileIsWritten() async throws {
      let core = try FileDescriptor.open("/proc/sys/kernel/core_pattern", .readOnly)
      let pattern = try core.closeAfter { try core.readToEnd() }
      // Elsewhere the kernel hands cores to a program, and no file would tell.
      guard pattern == Array("core\n".utf8) else { return }
      var shell = program
      shell.executable = "/bin/sh"
      let command =
        "cd \(program.home.path) && ulimit -c unlimited && exec \(Program.path) sandbox --port 0"
      let running = try shell.start(["-c", command])
      try await eventually("the sandbox to listen") { try running.errors.contains("\n") }
      running.process.signal(SIGABRT)
      #expect(try await running.end().status == 128 + SIGABRT)
      #expect(try program.home.names.filter { $0.hasPrefix("core") } == [])
    }
  #endif

  @Test func theKeyIsNotSentInTheOpen() async throws {
    var program = program
    program.variables = ["DIALSTACK_API_KEY": key]
    let finished = try await program.run("--base-url", "http://api.example.com", "-c", line)
    #expect(finished.status == 2)
    #expect(finished.errors.hasPrefix("dialsh: "))
    #expect(finished.errors.contains("https"))
  }
}
