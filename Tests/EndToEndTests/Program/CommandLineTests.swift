import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line, as a shell sees it.
@Suite(.timeLimit(.minutes(2)))
struct CommandLineTests {
  private let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
  private let program: Program

  init() throws {
    program = try Program()
  }

  private var firstNumbers: String {
    """
    id,display,raw
    did_01y3zx5cvad0x3sszv8gjnm6k9,+1 (818) 602-3095,+18186023095
    did_01rs2t0mgx1a2ab9fembtcpmmb,+493013884651,+493013884651

    """
  }

  private var script: String {
    "use \(account); numbers where status=active | format | limit 2 | export csv\n"
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1"])
  func anExportToAnOpenDescriptorKeepsTheFileBehindIt(_ path: String) async throws {
    let folder = try ScratchDirectory()
    let file = try FileDescriptor.open(
      FilePath(try folder.write("kept\n", to: "rows.csv")), .writeOnly, options: .append)
    defer { try? file.close() }
    let finished = try await program.run(
      "--sandbox", "-c", "accounts | limit 1 | select name | export csv \(path)",
      writingTo: file)
    #expect(
      finished == Finished(output: "", errors: "1 row written to \(path)\n", status: 0))
    #expect(try folder.read("rows.csv") == "kept\nname\nAcme Corp\n")
    #expect(try folder.names == ["rows.csv"])
  }

  @Test func aLinkIsATapOfSinger() async throws {
    let folder = try ScratchDirectory()
    var tap = program
    tap.executable = folder.path("tap-dialstack")
    try #require(symlink(program.executable, tap.executable) == 0)
    let catalog = try await tap.run("--discover")
    #expect(catalog == (try await program.run("tap", "--discover")))
    #expect(catalog.output.hasPrefix("{\"streams\":[\n{\"tap_stream_id\":\"accounts\""))
    #expect(catalog.status == 0 && catalog.errors == "")
    let configuration = try folder.write(
      #"{"accounts": ["\#(account)"], "loglevel": "info"}"# + "\n", to: "config.json")
    // The first line opens the list; a stream a line follows.
    let streams = catalog.output.split(separator: "\n").dropFirst()
    let first = streams.prefix(2).joined(separator: "\n").dropLast()
    let chosen = try folder.write("{\"streams\":[\n\(first)\n]}\n", to: "catalog.json")
    let finished = try await tap.run(
      "--config", configuration, "--properties", chosen, "--sandbox")
    #expect(finished.output.split(separator: "\n").count { $0.contains("RECORD") } == 262)
    #expect(
      finished.errors == """
        dialsh: warning: the configuration has `loglevel`, which means nothing here
        accounts: 12 rows
        numbers: 250 rows

        """)
    #expect(finished.status == 0)
    #expect(
      (try await tap.run("--state", folder.path("none.json"), "--sandbox")).errors
        == "dialsh: can't read \(folder.path("none.json")): No such file or directory\n")
  }

  /// Rows that stages have added to go to the file as others do.
  @Test(arguments: ["", " | set area = prefix(.phone_number, 5)", " | with location"])
  func whereNothingCanBeWrittenASortFailsAndLeavesTheOldFile(_ added: String) async throws {
    let folder = try ScratchDirectory()
    let path = try folder.write("the old rows", to: "rows.csv")
    var program = program
    program.variables["TMPDIR"] = folder.path("missing")
    program.variables["DIALSTACK_API_KEY"] = "sk_test_sandbox"
    let finished = try await program.run(
      "--sandbox", "--memory", "1", "-c",
      "use \(account); numbers | sort phone_number | select id | export csv \(path)")
    #expect(finished == Finished(output: "", errors: "250 rows written to \(path)\n", status: 0))
    try folder.write("the old rows", to: "rows.csv")
    let large = try await withSandboxProcess("--numbers", "4000") { url in
      try await program.run(
        "--base-url", url, "--account", account, "--memory", "1", "-c",
        "numbers\(added) | sort phone_number | select id | export csv \(path)")
    }
    #expect(
      large
        == Finished(
          output: "",
          errors: """
            dialsh: can't sort in \(folder.path("missing")), where rows go that memory has no room for: \
            No such file or directory; TMPDIR names another folder, and `.memory` gives more room
            dialsh: \(path) is left as it was

            """, status: 1))
    #expect(try folder.names == ["rows.csv"])
    #expect(try folder.read("rows.csv") == "the old rows")
  }

  @Test(arguments: ["--sandbox -c accounts", "sandbox --port 0"])
  func descriptorsThatAreLackingAreNamed(_ arguments: String) async throws {
    var program = program
    program.executable = "/bin/sh"
    let finished = try await program.run(
      "-c", "ulimit -n 12; exec '\(Program.path)' \(arguments)")
    #expect(finished.status == 2)
    #expect(
      finished.errors.wholeMatch(
        of: /dialsh: too few files may be open at a time: [0-9] more, and [0-9]+ are needed; .*\n/)
        != nil, "\(finished.errors)")
  }

  @Test func aLowSoftLimitOfDescriptorsIsRaised() async throws {
    var program = program
    program.executable = "/bin/sh"
    let finished = try await program.run(
      "-c", "ulimit -Sn 12; exec '\(Program.path)' --sandbox -c 'accounts | count'")
    #expect(finished == Finished(output: "count\n12\n", errors: "", status: 0))
  }

  @Test func linesAreRunOneAfterTheOther() async throws {
    #expect(
      try await program.run(
        "--sandbox", "-c", "accounts | count", "-c", "accounts | limit 3 | count")
        == Finished(output: "count\n12\ncount\n3\n", errors: "", status: 0))
    let refused = try await program.run("--sandbox", "-c", "accounts", "-c", "nope")
    #expect(refused.status == 2)
    #expect(
      refused.errors.hasPrefix("dialsh: 2:1: unknown resource or command `nope`"),
      "\(refused.errors)")
  }

  @Test func aParameterTakesTheAccountsOfTheCommandLine() async throws {
    let script = try program.home.write(
      "param account = acct_01h2xcejqtf2nbrexx3vqjhp41\nuse $account\nnumbers | count\n",
      to: "count.dial")
    func count(_ accounts: String...) async throws -> String {
      let options = accounts.flatMap { ["--account", $0] }
      let finished = try await program.start(["--sandbox"] + options + [script]).end()
      #expect(finished.status == 0, "\(finished.errors)")
      return finished.output
    }
    let other = "acct_011qmwk4et6grfv2e1yjzzcxhc"
    let (one, both, all) = try await (
      count(other), count(other, "acct_01h2xcejqtf2nbrexx3vqjhp41"), count("all")
    )
    #expect(try await count() == "count\n250\n")
    let numbers = [one, both, all].map { Int($0.dropFirst(6).dropLast()) ?? 0 }
    #expect(numbers[1] == numbers[0] + 250 && numbers[2] > numbers[1], "\(numbers)")
    let named = try program.home.write(
      "param which = all\nuse $which\nnumbers | count\n", to: "which.dial")
    for written in ["all", "\(other), acct_01h2xcejqtf2nbrexx3vqjhp41"] {
      let finished = try await program.run("--sandbox", named, "--which=\(written)")
      #expect(finished.output == (written == "all" ? all : both), "\(finished.errors)")
    }
  }

  @Test func aLineIsRunByC() async throws {
    #expect(
      try await program.run("--sandbox", "-c", script)
        == Finished(output: firstNumbers, errors: "", status: 0))
  }

  @Test func aScriptMayBeginAsUnixHasIt() async throws {
    let file = try program.home.write("#!/usr/bin/env dialsh\n\n" + script, to: "report.dial")
    for arguments in [[file], ["-f", file]] {
      let finished = try await program.start(["--sandbox"] + arguments).end()
      #expect(finished == Finished(output: firstNumbers, errors: "", status: 0))
    }
  }

  @Test func aScriptComesFromStandardInputToo() async throws {
    for arguments in [[], ["-f", "-"], ["-"]] {
      let finished = try await program.start(["--sandbox"] + arguments, input: script).end()
      #expect(finished == Finished(output: firstNumbers, errors: "", status: 0))
    }
  }

  @Test func parametersAreGivenByName() async throws {
    let file = try program.home.write(
      """
      param state = active
      param whose
      use $whose
      numbers where status=$state | count by status
      """, to: "report.dial")
    #expect(
      try await program.run("--sandbox", file, "--whose=\(account)")
        == Finished(output: "status,count\nactive,156\n", errors: "", status: 0))
    #expect(
      try await program.run("--sandbox", "--state=pending", file, "--whose", "x")
        == Finished(
          output: "",
          errors: "dialsh: unknown option `--whose`; a variable is given as --whose=VALUE\n",
          status: 2))
    #expect(
      try await program.run("--sandbox", "--state=pending", file, "--whose=\(account)")
        == Finished(output: "status,count\npending,26\n", errors: "", status: 0))
  }

  @Test func whatMakesNoSenseIsRefused() async throws {
    let finished = try await program.run("--sandbox", "-c", "nubmers")
    #expect(
      finished
        == Finished(
          output: "",
          errors: """
            dialsh: 1:1: unknown resource or command `nubmers`; did you mean `numbers`?
              nubmers
              ^~~~~~~

            """, status: 2))
  }

  @Test(arguments: [
    (["-c", "help", "x.dial"], "give either -c or a file, not both"),
    (["a.dial", "b.dial"], "give one file, not 2"),
    (
      ["--sandbox", "run", "a.dial"],
      "options stand behind a subcommand: dialsh run …; the file of that name is ./run"
    ),
    (["-c", "help", "--month"], "unknown option `--month`; a variable is given as --month=VALUE"),
    (["-c", "help", "--m=1", "--m=2"], "--m is given twice"),
    (["-c", "help", "-x"], "unknown option `-x`; `dialsh --help` lists them"),
    (["/no/such.dial"], "can't read /no/such.dial: No such file or directory"),
    (
      ["--base-url", "http://example.com", "-c", "help"],
      "a base URL is `https`, or `http` to this machine"
    ),
    (["--account", "a b", "-c", "help"], "`a b` is not an account id"),
    (["--sandbox", "--profile", "x", "-c", "help"], "--sandbox brings its own key and address"),
  ])
  func wrongArgumentsAreRefused(_ arguments: [String], _ message: String) async throws {
    let finished = try await program.start(arguments).end()
    #expect(finished.status == 2)
    #expect(finished.output == "")
    #expect(finished.errors.hasPrefix("dialsh: \(message)"), "\(finished.errors)")
  }

  @Test(arguments: [
    ["--timeout", "2h"], ["--timeout", "0s"],
    ["--csv", "--json"], ["-o", "cvs"], ["completion", "tcsh"],
    ["sandbox", "--port", "x"], ["sandbox", "--json"], ["sandbox", "--api", "4"],
  ])
  func optionsThatContradictOrDoNotExistAreRefused(_ arguments: [String]) async throws {
    let finished = try await program.start(arguments + ["-c", "help"]).end()
    #expect(finished.status != 0)
    #expect(finished.output == "")
    #expect(finished.errors.hasPrefix("Error: "))
  }

  @Test func sandboxDescribeListsTheFaultsOfTheDataAndServesNothing() async throws {
    let finished = try await program.run("sandbox", "--describe", "--accounts", "1")
    #expect(finished.status == 0 && finished.errors == "")
    #expect(finished.output.hasPrefix("\(account)\n  number-target-gone        did_"))
    let json = try await program.run("sandbox", "--describe", "--json", "--accounts", "1")
    #expect(
      json.output.hasPrefix(#"[{"account":"\#(account)","faults":{"number-target-gone":["did_"#))
    #expect(json.status == 0 && json.errors == "")
  }

  @Test func checkSaysOnlyWhatIsWrong() async throws {
    let good = try program.home.write(script, to: "good.dial")
    let bad = try program.home.write("use \(account)\nnumbers | limit none", to: "bad.dial")
    #expect(
      try await program.run("check", good) == Finished(output: "", errors: "", status: 0))
    #expect(
      try await program.run("check", bad)
        == Finished(
          output: "",
          errors: """
            dialsh: \(bad):2:17: `limit` needs a whole number of 1 or more, found `none`
              numbers | limit none
                              ^~~~

            """, status: 2))
  }

  @Test func checkNeedsNoValuesForParameters() async throws {
    let good = try program.home.write(
      """
      param account
      param since
      param size
      param file
      param guarded
      use $account
      numbers where created_at >= $since and status in ($since) and phone_number in $since
        | limit $size | export csv $file header=$guarded
      """, to: "good.dial")
    #expect(
      try await program.run("check", good) == Finished(output: "", errors: "", status: 0))
    let bad = try program.home.write(
      "param since\nuse \(account)\nnumbers where craeted_at >= $since", to: "bad.dial")
    #expect(
      try await program.run("check", bad)
        == Finished(
          output: "",
          errors: """
            dialsh: \(bad):3:15: unknown field `craeted_at` in numbers; did you mean `created_at`?
              numbers where craeted_at >= $since
                            ^~~~~~~~~~

            """, status: 2))
  }

  @Test func aScriptTellsItsCommentAndItsParameters() async throws {
    let file = try program.home.write(
      """
      #!/usr/bin/env dialsh

      # New numbers of an account.
      #   dialsh new.dial --whose=acct_1
      #\u{1B}[2J
      param since = -30d   # a month
      param whose
      param name = "Harbor Vet"
      use $whose; numbers where created_at >= $since
      """, to: "new.dial")
    let page = """
      New numbers of an account.
        dialsh new.dial --whose=acct_1
      ␛[2J

      usage
        dialsh [OPTIONS] \(file) [--since=VALUE] --whose=VALUE [--name=VALUE]

      parameters
        --since  a time; -30d unless it is given
        --whose  an account; must be given
        --name   "Harbor Vet" unless it is given

      `dialsh --help` lists the options of the program.

      """
    for arguments in [[file, "--help"], ["-h", file], ["--sandbox", "--help", "-f", file]] {
      #expect(
        try await program.start(arguments).end() == Finished(output: page, errors: "", status: 0))
    }
    #expect(
      try await program.run("/no/such.dial", "--help")
        == Finished(
          output: "", errors: "dialsh: can't read /no/such.dial: No such file or directory\n",
          status: 2))
  }

  @Test func dryRunExplainsAndSendsNothing() async throws {
    // Nobody listens there, and there is no key.
    let finished = try await program.run(
      "--base-url", "http://127.0.0.1:1", "--dry-run", "-c", script)
    #expect(
      finished
        == Finished(
          output: """
            account   \(account)
            request   GET /v1/phone-numbers?limit=2&status=active
            pages     2 rows a request: `limit 2` wants no more
            filtered  status=active by the API as `status`, and checked here again
            stage     `format` shows phone numbers for people
            stage     `limit 2` takes the first 2 rows
            order     newest first by created_at, as the API lists
            memory    one page
            columns   id, display, raw
            output    csv to standard output
            mind      the first row is the newest number, not the main one
            mind      inactive is also a number whose order or port is not through yet

            """, errors: "", status: 0))
  }

  @Test(arguments: [
    (["-o", "json"], "[\n{\"count\":250}\n]\n"), (["--json"], "[\n{\"count\":250}\n]\n"),
    (["--csv"], "count\n250\n"), (["--output", "table"], "count\n─────\n  250\n"),
    (["-o", "ndjson"], "{\"count\":250}\n"), ([], "count\n250\n"),
  ])
  func theOutputOfPipelinesWithoutExportCanBeChosen(
    _ arguments: [String], _ output: String
  ) async throws {
    let finished = try await program.start(
      ["--sandbox", "--account", account, "-c", "numbers | count"] + arguments
    ).end()
    #expect(finished == Finished(output: output, errors: "", status: 0))
  }

  @Test func aFileIsCountedUnlessQuietIsAskedFor() async throws {
    let path = program.home.path("numbers.csv")
    let line = "use \(account); numbers | limit 3 | export csv \(path)"
    #expect(
      try await program.run("--sandbox", "-c", line)
        == Finished(output: "", errors: "3 rows written to \(path)\n", status: 0))
    #expect(
      try await program.run("--sandbox", "-q", "-c", line)
        == Finished(output: "", errors: "", status: 0))
    #expect(try program.home.read("numbers.csv").split(separator: "\n").count == 4)
  }

  @Test func theVersionAndTheHelpAreToldOnStandardOutput() async throws {
    #expect(
      try await program.run("--version") == Finished(output: "0.1.0\n", errors: "", status: 0))
    let help = try await program.run("--help")
    #expect((help.status, help.errors) == (0, ""))
    #expect(help.output.hasPrefix("OVERVIEW: Explore the DialStack phone API at a prompt"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionPrintsTheScriptOfAShell(_ shell: String) async throws {
    let finished = try await program.run("completion", shell)
    #expect((finished.status, finished.errors) == (0, ""))
    let isComplete = finished.output.contains("api-key-file")
    #expect(isComplete)
  }

  @Test func aTextThatIsNoUTF8IsRefused() async throws {
    let file = try program.home.write(bytes: [UInt8]("help\n# ".utf8) + [0xFF], to: "bad.dial")
    #expect(
      try await program.run("--sandbox", file)
        == Finished(
          output: "", errors: "dialsh: \(file):2: the text is not UTF-8\n", status: 2))
  }
}
