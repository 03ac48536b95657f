import ArgumentParser
import DialLanguage
import DialShell
import SystemPackage

/// Which text is run, and the variables that it is given.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .customShort("c"), parsing: .singleValue,
    help: ArgumentHelp("Run this text; several one after the other.", valueName: "text"))
  var commands: [String] = []

  @Option(
    name: .customShort("f"),
    help: ArgumentHelp("Run this script; - is standard input.", valueName: "file"))
  var file: String?

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "A script, and the variables that it declares with `param`, as --name=value.",
      valueName: "file> <--name=value"))
  var rest: [String] = []

  /// The files that are named, and the variables.
  ///
  /// - Throws: `ValidationError` for arguments that make no sense.
  func named() throws -> (files: [String], variables: [String: Literal]) {
    var files = file.map { [$0] } ?? []
    var variables: [String: Literal] = [:]
    for argument in rest {
      guard argument.hasPrefix("-"), argument != "-" else {
        files.append(argument)
        continue
      }
      let (name, value) = try Self.variable(argument)
      guard variables.updateValue(value, forKey: name) == nil else {
        throw ValidationError("--\(name) is given twice")
      }
    }
    guard commands.isEmpty || files.isEmpty else {
      throw ValidationError("give either -c or a file, not both")
    }
    return (files, variables)
  }

  /// The text, or `nil` for the prompt, and the variables.
  ///
  /// - Parameter line: what is run where nothing is named.
  /// - Throws: `ValidationError` for arguments that make no sense, `ConfigurationError` for a
  ///   file that can't be read.
  func read(or line: String? = nil) throws -> (text: SourceText?, variables: [String: Literal]) {
    let (files, variables) = try named()
    if let command { return (command, variables) }
    if file == nil, let name = files.first, Dialsh.subcommand(name) != nil {
      throw ValidationError(
        "options stand behind a subcommand: dialsh \(name) …; the file of that name is ./\(name)")
    }
    guard files.count <= 1 else { throw ValidationError("give one file, not \(files.count)") }
    if let file = files.first { return (try Self.text(of: file), variables) }
    if let line { return (SourceText(line), variables) }
    return (isForPrompt ? nil : try Self.text(of: "-"), variables)
  }

  /// The texts of the command line, each from a new line on; `nil` where there is none.
  var command: SourceText? {
    commands.isEmpty ? nil : SourceText(commands.joined(separator: "\n"))
  }

  /// Whether a person is at both ends; a program that writes to us writes a script.
  var isForPrompt: Bool {
    FileDescriptor.standardInput.isTerminal && FileDescriptor.standardOutput.isTerminal
  }

  /// The script that the arguments name, whatever else there is; `nil` if there is none.
  var script: String? {
    guard commands.isEmpty else { return nil }
    return file ?? rest.first { !$0.hasPrefix("-") }
  }

  /// The text of a file; `-` is standard input.
  ///
  /// - Throws: `ConfigurationError` for a file that can't be read.
  static func text(of file: String) throws -> SourceText {
    try ScriptFile(file).source
  }

  /// What people would call an option for the key.
  private static let keyNames = ["api-key", "api_key", "apikey", "secret-key", "secret_key"]

  private static func variable(_ argument: String) throws -> (String, Literal) {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !keyNames.contains(name.lowercased()) else {
      throw ValidationError(
        "the key is not taken from an argument, which every user of this machine can see; "
          + "set DIALSTACK_API_KEY, or give --api-key-file FILE")
    }
    guard argument.hasPrefix("--"), name.isName else {
      throw ValidationError("unknown option `\(argument)`; `dialsh --help` lists them")
    }
    guard parts.count == 2 else {
      throw ValidationError(
        "unknown option `\(argument)`; a variable is given as \(argument)=VALUE")
    }
    return (String(name), Literal(.word, String(parts[1]), at: .nowhere))
  }
}
