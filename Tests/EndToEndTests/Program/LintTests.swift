import DialTestSupport
import ShellTestSupport
import Testing

/// `dialsh lint`: accounts are held against rules.
@Suite(.timeLimit(.minutes(2)))
struct LintTests {
  private static let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"

  private let program: Program

  init() throws {
    program = try Program()
  }

  private func rule(_ name: String, _ text: String) throws -> String {
    try program.home.write(text, to: "rules/\(name)")
  }

  private func lint(_ arguments: String...) async throws -> Finished {
    try await program.start(["lint", "--sandbox", "--account", Self.account] + arguments).end()
  }

  @Test func rulesAreReportedTheWorstFirst() async throws {
    _ = try rule("b.dial", "# No number is inactive.\n\nnumbers | limit 9 | expect status = active")
    _ = try rule("kept.dial", "# severity: error\nnumbers | expect id != null")
    _ = try rule(
      "a.dial",
      "#!/usr/bin/env dialsh\n# A \u{1B}[1m & <title>\n# severity: error\n"
        + "let x = active\naccounts | select id, name | expect name = null\nnumbers | expect id = null"
    )
    _ = try rule("notes.txt", "no rule")
    let junit = program.home.path("lint.xml")
    let finished = try await lint(program.home.path("rules"), "--junit", junit)
    #expect(finished.status == 1)
    #expect(
      finished.output == """
        severity,verdict,rule,rows,title
        error,broken,a,261,A \u{1B}[1m & <title>
        warning,broken,b,4,No number is inactive.
        error,kept,kept,0,""

        """)
    let lines = finished.errors.split(separator: "\n")
    #expect(lines.first == "error: a: 11 rows break `name = null`:")
    #expect(lines.dropFirst(11).first == "  and 1 more")
    #expect(lines.dropFirst(12).first == "error: a: 250 rows break `id = null`:")
    #expect(lines.contains("warning: b: 4 rows break `status = active`:"))
    let report = try program.home.read("lint.xml").split(separator: "\n")
    #expect(
      report.prefix(5) == [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>",
        "  <testsuite name=\"dialsh lint\" tests=\"3\" failures=\"2\" errors=\"0\">",
        "    <testcase classname=\"error\" name=\"a\">",
        "      <failure message=\"A ␛[1m &amp; &lt;title&gt;\" type=\"error\">11 rows break `name = null`:",
      ])
    #expect(
      report.suffix(3) == [
        "    <testcase classname=\"error\" name=\"kept\"/>", "  </testsuite>", "</testsuites>",
      ])
  }

  @Test func whatIsKeptIsDone() async throws {
    let path = try rule("kept.dial", "# Fine.\nnumbers | limit 1 | expect id != null")
    #expect(
      try await lint(path, "-o", "json")
        == Finished(
          output: """
            [
            {"severity":"warning","verdict":"kept","rule":"kept","rows":0,"title":"Fine."}
            ]

            """, errors: "", status: 0))
  }

  @Test func whatIsNoRuleIsRefused() async throws {
    let silent = try rule("silent.dial", "numbers | count")
    let loud = try rule("loud.dial", "# severity: fatal\nnumbers | expect id != null")
    let wrong = try rule("wrong.dial", "numbers | expect staus = active")
    for (path, message) in [
      (silent, "\(silent) is no rule: nothing in it says `expect`"),
      (loud, "\(loud): `# severity: fatal` is none of error, warning, info"),
      (
        program.home.path("none"),
        "can't read \(program.home.path("none")): No such file or directory"
      ),
      ("/dev/null", "can't read /dev/null: it is no file"),
      (
        wrong,
        """
        \(wrong):1:18: unknown field `staus` in numbers; did you mean `status`?
          numbers | expect staus = active
                           ^~~~~
        """
      ),
    ] {
      #expect(
        try await lint(path) == Finished(output: "", errors: "dialsh: \(message)\n", status: 2))
    }
    try program.home.write("", to: "empty/x.txt")
    #expect(
      try await lint(program.home.path("empty")).errors
        == "dialsh: \(program.home.path("empty")): there is no rule, no file that ends in .dial\n")
    let kept = try rule("kept.dial", "numbers | expect id != null")
    let unwritable = try await lint(kept, "--junit", "/no/such/x.xml")
    #expect(unwritable.output == "" && unwritable.status == 2)
    #expect(unwritable.errors.hasPrefix("dialsh: can't write /no/such/x.xml: "))
  }

  @Test func aRuleThatCannotBeRunHasFailed() async throws {
    let path = try rule("gone.dial", "use acct_gone\nnumbers | expect id != null")
    let finished = try await lint(path)
    #expect(finished.status == 1)
    #expect(
      finished.output == "severity,verdict,rule,rows,title\nwarning,failed,gone,,\"\"\n")
    #expect(finished.errors.hasPrefix("dialsh: numbers | expect id != null: the key has no access"))
  }

  /// The rules that come with the program find what is planted in the accounts, and nothing else.
  @Test func theStandardRulesFindThePlantedFaults() async throws {
    let described = try await program.run("sandbox", "--describe").output
    // A line has a kind of fault and the ids that have it.
    let faults = described.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .map { $0.split(separator: " ") }
    func planted(_ kinds: String...) -> Int {
      faults.filter { kinds.contains(String($0[0])) }.reduce(0) { $0 + $1.count - 1 }
    }
    let finished = try await program.run("lint", "--sandbox", "--account", "all", "-q")
    #expect(finished.errors == "")
    let counts = finished.output.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)[1...3].joined(separator: " ")
    }.filter { !$0.contains("old-voicemails") && !$0.contains("expiring-numbers") }
    #expect(
      counts == [
        "broken dangling-targets \(planted("number-target-gone"))",
        "broken locations-without-e911 \(planted("location-without-e911", "location-e911-failed"))",
        "broken empty-queues \(planted("queue-without-members"))",
        "broken unregistered-devices \(planted("device-not-registered"))",
        "broken users-without-extension \(planted("user-without-extension"))",
        "kept extension-targets 0",
      ])
    #expect(planted("number-target-gone") > 5)
  }
}
