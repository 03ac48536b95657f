import ArgumentParser

/// The command line of the program.
@main
struct Dialsh: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dialsh",
    abstract: "Explore the DialStack phone API at a prompt, run scripts, export reports.",
    discussion: """
      dialsh                         a prompt
      dialsh FILE --month=2026-09    a script, with a variable
      dialsh -c 'use acct_…; numbers where status=active | format | export csv'
      dialsh --sandbox               the same without a key, against a local sandbox
      """,
    version: version,
    subcommands: [Run.self, SandboxCommand.self, Check.self, Completion.self],
    defaultSubcommand: Run.self)
}
