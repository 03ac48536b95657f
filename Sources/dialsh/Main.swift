import ArgumentParser
import DialLanguage
import DialShell
import SystemPackage
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the command and runs it.
///
/// A file may stand where a subcommand may stand, so the first argument is looked at here.
@main
enum Main {
  // On the first thread, since there may be no other.
  @MainActor static func main() async {
    ProcessEnvironment.openStandardDescriptors()
    ProcessEnvironment.leaveCrashesToTheSystem()
    ProcessEnvironment.forbidDumps()
    guard ProcessEnvironment.argumentsAreText else {
      write("dialsh: an argument is not UTF-8\n")
      Dialsh.exit(withError: ExitCode(ExitStatus.refused.rawValue))
    }
    let arguments = calledArguments
    guard !holdKey(arguments) else {
      write(
        """
        dialsh: an argument holds an API key, and every user of this machine can see arguments; \
        set DIALSTACK_API_KEY, or give --api-key-file FILE

        """)
      Dialsh.exit(withError: ExitCode(ExitStatus.refused.rawValue))
    }
    let subcommand = subcommand(calledBy: arguments)
    let command = subcommand ?? Dialsh.self
    do {
      if arguments.first == "help" { return try help(onCommand: arguments.dropFirst().first) }
      let runsScript = subcommand == nil || subcommand == RunCommand.self
      let others = subcommand == nil ? arguments : Array(arguments.dropFirst())
      if runsScript, let (script, catalog) = script(helpedBy: others) {
        return try help(on: script, catalog)
      }
      try await run(command, others)
    } catch {
      leave(error, of: command)
    }
  }

  /// The arguments; those of `dialsh tap` where a link calls the program as a tap of Singer.
  private static var calledArguments: [String] {
    let name = FilePath(CommandLine.arguments.first ?? "").lastComponent?.string
    return (name == "tap-dialstack" ? ["tap"] : []) + CommandLine.arguments.dropFirst()
  }

  /// What the first argument calls; `nil` where it is an option or a file.
  private static func subcommand(calledBy arguments: [String]) -> (any ParsableCommand.Type)? {
    guard let first = arguments.first, !first.hasPrefix("-") else { return nil }
    return Dialsh.subcommand(first)
  }

  /// Whether an argument holds a key, but for a text to run, whose refusal can point at it.
  private static func holdKey(_ arguments: [String]) -> Bool {
    zip([""] + arguments, arguments).contains { $0 != "-c" && $1.holdsKey }
  }

  @MainActor private static func run(_ type: any ParsableCommand.Type, _ arguments: [String])
    async throws
  {
    var command = try type.parseAsRoot(arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      if let obstacle = ProcessLimits.obstacle() {
        write("dialsh: \(obstacle)\n")
        type.exit(withError: ExitCode(ExitStatus.refused.rawValue))
      }
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }

  private static func help(onCommand name: String?) throws {
    guard let name else { return print(Dialsh.helpMessage()) }
    guard let subcommand = Dialsh.subcommand(name) else {
      throw ValidationError("there is no subcommand `\(name)`")
    }
    print(Dialsh.helpMessage(for: subcommand))
  }

  /// The script that `--help` is about; `nil` where it is about the program.
  private static func script(helpedBy arguments: [String]) -> (String, CatalogOptions)? {
    let others = arguments.filter { $0 != "--help" && $0 != "-h" }
    guard others.count < arguments.count else { return nil }
    guard let command = try? Dialsh.parse(others), let script = command.source.script else {
      return nil
    }
    return (script, command.catalog)
  }

  private static func help(on script: String, _ options: CatalogOptions) throws {
    let messages = try OutputOptions.parse([]).messages()
    do {
      let text = try SourceOptions.text(of: script)
      let catalog = try options.catalog(environment: ProcessEnvironment.variables)
      return print(
        try ScriptHelp(of: text, with: .shell(catalog: catalog)).text, terminator: "")
    } catch {
      messages.complain(of: error)
    }
    throw ExitCode(ExitStatus.refused.rawValue)
  }

  /// Arguments that make no sense end the program as a text does that makes no sense.
  private static func leave(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    // The parser would lay out its help before it looks at the status.
    if let status = error as? ExitCode { exit(status.rawValue) }
    guard command.exitCode(for: error) == .validationFailure else { command.exit(withError: error) }
    let lines = command.fullMessage(for: error).split(separator: "\n").map(\.visible)
    write(lines.joined(separator: "\n") + "\n")
    command.exit(withError: ExitCode(ExitStatus.refused.rawValue))
  }

  private static func write(_ message: String) {
    // Nobody can be told when standard error itself is gone.
    _ = try? FileDescriptor.standardError.writeAll(Array(message.withoutKeys.utf8))
  }
}
