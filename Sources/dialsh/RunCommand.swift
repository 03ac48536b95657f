import ArgumentParser

/// `dialsh run FILE`: the same as `dialsh FILE`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a script, as `dialsh FILE` does.",
    usage: "dialsh run [OPTIONS] FILE [--NAME=VALUE …]")

  @OptionGroup var program: Dialsh

  func run() async throws {
    guard program.source.script != nil else {
      throw ValidationError("name a script: dialsh run report.dial")
    }
    try await program.run()
  }
}
