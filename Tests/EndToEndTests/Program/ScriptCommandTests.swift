import DialTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dialsh fmt` and `dialsh check` over several scripts.
@Suite(.timeLimit(.minutes(2)))
struct ScriptCommandTests {
  private let program: Program
  private let loose = "use acct_1;numbers|count  # all\n"
  private let neat = "use acct_1\nnumbers | count # all\n"

  init() throws {
    program = try Program()
  }

  private func write(_ text: String, to name: String) throws -> String {
    try program.home.write(text, to: name)
  }

  @Test func fmtWritesTheFilesThatChangeAndNamesThem() async throws {
    let one = try write(loose, to: "one.dial")
    let two = try write(neat, to: "two.dial")
    let old = try FilePath(two).stat().inode
    #expect(
      try await program.run("fmt", one, two)
        == Finished(output: "", errors: "formatted \(one)\n", status: 0))
    #expect(try program.home.read("one.dial") == neat)
    #expect(try FilePath(two).stat().inode == old)
    #expect(try await program.run("fmt", one, two) == Finished(output: "", errors: "", status: 0))
  }

  @Test(arguments: [["fmt"], ["fmt", "-"]])
  func fmtReadsStandardInput(_ arguments: [String]) async throws {
    let finished = try await program.start(arguments, input: loose).end()
    #expect(finished == Finished(output: neat, errors: "", status: 0))
    let same = try await program.start(arguments, input: neat).end()
    #expect(same == Finished(output: neat, errors: "", status: 0))
    let bad = try await program.start(arguments, input: "numbers | (").end()
    #expect(bad.output == "" && bad.status == 2)
  }

  @Test func fmtCheckListsWhatWouldChangeAndWritesNothing() async throws {
    let one = try write(loose, to: "one.dial")
    let two = try write(neat, to: "two.dial")
    #expect(
      try await program.run("fmt", "--check", one, two, "-", input: loose)
        == Finished(output: "\(one)\nstandard input\n", errors: "", status: 1))
    #expect(try program.home.read("one.dial") == loose)
    #expect(
      try await program.run("fmt", "--check", two) == Finished(output: "", errors: "", status: 0))
  }

  @Test func fmtLeavesAScriptWithoutFormAlone() async throws {
    let bad = try write("numbers|count\nlet x = (numbers\n", to: "bad.dial")
    let good = try write(loose, to: "good.dial")
    let message = """
      dialsh: \(bad):2:9: `(` is not closed
        let x = (numbers
                ^

      """
    #expect(
      try await program.run("fmt", "--check", bad, good)
        == Finished(output: "\(good)\n", errors: message, status: 2))
    #expect(
      try await program.run("fmt", bad, good)
        == Finished(output: "", errors: message + "formatted \(good)\n", status: 2))
    #expect(try program.home.read("bad.dial") == "numbers|count\nlet x = (numbers\n")
    #expect(try program.home.read("good.dial") == neat)
  }

  @Test func fmtKeepsPermissionsAndFollowsLinks() async throws {
    try program.home.write(
      loose, to: "real/one.dial", permissions: [.ownerReadWriteExecute, .groupRead])
    let link = program.home.path("link.dial")
    #expect(symlink("real/one.dial", link) == 0)
    #expect(try await program.run("fmt", link).errors == "formatted \(link)\n")
    #expect(
      try FilePath(link).stat().permissions == [.ownerReadWriteExecute, .groupRead])
    #expect(try FilePath(link).stat(followTargetSymlink: false).type == .symbolicLink)
    #expect(try program.home.read("real/one.dial") == neat)
    #expect(try ScratchDirectory.names(in: program.home.path("real")) == ["one.dial"])
  }

  @Test func fmtTakesAwayWhatOtherEditorsLeave() async throws {
    let marked = try program.home.write(
      bytes: [0xEF, 0xBB, 0xBF] + Array("use acct_1\r\n\r\nnumbers".utf8), to: "marked.dial")
    #expect(try await program.run("fmt", marked).errors == "formatted \(marked)\n")
    #expect(try program.home.read("marked.dial") == "use acct_1\n\nnumbers\n")
    let only = try program.home.write(
      bytes: [0xEF, 0xBB, 0xBF] + Array("numbers\n".utf8), to: "only.dial")
    #expect(try await program.run("fmt", "--check", only).status == 1)
    let empty = try write("", to: "empty.dial")
    #expect(try await program.run("fmt", empty) == Finished(output: "", errors: "", status: 0))
  }

  @Test func fmtRefusesWhatIsNoScript() async throws {
    let bytes = try program.home.write(bytes: [0x61, 0x0A, 0xFF], to: "bytes.dial")
    let hostile = try write("numbers\u{0}|\u{1B}[2J", to: "hostile.dial")
    let finished = try await program.run("fmt", bytes, hostile, program.home.path, "/dev/null")
    #expect(
      finished
        == Finished(
          output: "",
          errors: """
            dialsh: \(bytes):2: the text is not UTF-8
            dialsh: \(hostile):1:8: `␀` cannot stand here; put text that holds it in quotes
              numbers␀|␛[2J
                     ^
            dialsh: \(hostile):1:10: `␛` cannot stand here; put text that holds it in quotes
              numbers␀|␛[2J
                       ^
            dialsh: can't read \(program.home.path): Is a directory

            """, status: 2))
    #expect(try program.home.read("hostile.dial") == "numbers\u{0}|\u{1B}[2J")
  }

  @Test func fmtReplacesNoPipe() async throws {
    let pipe = program.home.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    var shell = program
    shell.executable = "/bin/sh"
    let finished = try await shell.run(
      "-c", "printf 'numbers|count' > '\(pipe)' & exec '\(Program.path)' fmt '\(pipe)'")
    #expect(
      finished
        == Finished(
          output: "",
          errors: "dialsh: can't write \(pipe): it is no file that can be replaced; "
            + "- is standard input\n", status: 2))
  }

  @Test func checkTellsAllErrorsOfAllFilesInOrder() async throws {
    let many = (1...22).map { "numbers | limit none # \($0)\n" }.joined()
    let one = try write("use acct_1\n" + many, to: "one.dial")
    let good = try write(
      "param since\nuse acct_1; numbers where created_at > $since", to: "good.dial")
    let two = try write("nubmers", to: "two.dial")
    let gone = program.home.path("gone.dial")
    let errors =
      (1...22).map { number in
        """
        dialsh: \(one):\(number + 1):17: `limit` needs a whole number of 1 or more, found `none`
          numbers | limit none # \(number)
                          ^~~~

        """
      }.joined() + "dialsh: can't read \(gone): No such file or directory\n" + """
        dialsh: \(two):1:1: unknown resource or command `nubmers`; did you mean `numbers`?
          nubmers
          ^~~~~~~

        """
    #expect(
      try await program.run("check", one, good, gone, two)
        == Finished(output: "", errors: errors, status: 2))
    #expect(try await program.run("check", good, good).status == 0)
  }

  @Test func checkFixWritesWhatWasMeantAndTellsWhatIsLeft() async throws {
    let one = try write(
      "use acct_1\nselect * from numbers where expires_at is null && fax_enabled\nnumbers | limit no",
      to: "one.dial")
    let two = try write("use acct_1; numbers | sort by id # why\n", to: "two.dial")
    let good = try write(loose, to: "good.dial")
    #expect(
      try await program.run("check", "--fix", one, two, good)
        == Finished(
          output: "",
          errors: """
            \(one): 3 mended, 1 left
            dialsh: \(one):3:17: `limit` needs a whole number of 1 or more, found `no`
              numbers | limit no
                              ^~
            \(two): 1 mended, 0 left

            """, status: 2))
    #expect(
      try program.home.read("one.dial")
        == "use acct_1\nnumbers where expires_at = null and fax_enabled\nnumbers | limit no")
    #expect(try program.home.read("two.dial") == "use acct_1; numbers | sort id # why\n")
    #expect(try program.home.read("good.dial") == loose)
    #expect(try await program.run("check", "--fix", two).errors == "")
  }

  @Test func checkFixReadsStandardInput() async throws {
    #expect(
      try await program.run("check", "--fix", "-", input: "use acct_1; nubmers")
        == Finished(
          output: "use acct_1; numbers", errors: "standard input: 1 mended, 0 left\n", status: 0))
    #expect(
      try await program.run("check", "--fix", "-c", "nubmers")
        == Finished(
          output: "", errors: "dialsh: --fix takes a file; - is standard input\n", status: 2))
  }
}
