import ArgumentParser
import DialLanguage
import DialPipeline
import DialShell
import DialStack

/// `dialsh describe TEXT`: says what the rows of a pipeline look like, and sends nothing.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what columns a resource or a pipeline has, and send nothing.",
    usage: "dialsh describe [--json] [--account ID] [--catalog FILE] TEXT",
    discussion: """
      dialsh describe --json 'numbers where status=active | select id, created_at'

      Rows are those of all accounts, `account` in front, unless --account or `use` names one.
      """)

  @Flag(help: "For programs: kinds, keys, what may be null, and the keys inside objects.")
  var json = false

  @Option(help: ArgumentHelp("The account whose rows they are.", valueName: "id"))
  var account: [String] = []

  @OptionGroup var catalog: CatalogOptions

  @Argument(help: ArgumentHelp("A resource or a pipeline.", valueName: "text"))
  var text: String

  func run() throws {
    let output = try OutputOptions.parse([])
    let messages = output.messages()
    try messages.leave {
      let catalog = try catalog.catalog(environment: ProcessEnvironment.variables)
      let accounts = try ConnectionOptions.accounts(
        account.isEmpty ? ["all"] : account, in: catalog)
      let scope = Scope(
        accounts: accounts, variables: [:],
        homeDirectory: ProcessEnvironment.variables["HOME"], display: output.display())
      let schema = try Schema(of: SourceText(text), with: .shell(catalog: catalog), in: scope)
      return messages.write(json ? schema.json : schema.text)
    }
  }
}
