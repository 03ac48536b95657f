import ArgumentParser
import DialLanguage
import DialShell
import DialStack

/// `dialsh check FILE`: says whether a script makes sense, and sends nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say whether a script makes sense, and send nothing.",
    usage: "dialsh check [OPTIONS] FILE [--NAME=VALUE …]")

  @OptionGroup var source: SourceOptions
  @OptionGroup var catalog: CatalogOptions

  @Option(help: ArgumentHelp("The accounts to begin with, or `all`.", valueName: "id"))
  var account: [String] = []

  func run() async throws {
    let output = try OutputOptions.parse([])
    let messages = output.messages()
    do {
      let (text, variables) = try source.read()
      guard let text else { throw ConfigurationError("name a script: dialsh check report.dial") }
      let catalog = try catalog.catalog(environment: ProcessEnvironment.variables)
      let session = Session(
        accounts: try ConnectionOptions.accounts(account, in: catalog), variables: variables,
        given: Set(variables.keys))
      let nowhere = API(
        requests: RequestLog(messages: messages, detail: .nothing), governor: Governor(),
        connection: .none, client: { throw MissingKey() })
      var shell = Shell(
        session: session, environment: output.environment(nowhere, catalog, messages) { _ in },
        mode: .check)
      throw ExitCode(await shell.run(text).rawValue)
    } catch let exit as ExitCode {
      throw exit
    } catch {
      messages.complain(of: error)
    }
    throw ExitCode(ExitStatus.refused.rawValue)
  }
}
