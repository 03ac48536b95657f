import ArgumentParser
import DialLanguage
import DialPipeline
import DialShell
import DialStack

/// `dialsh describe TEXT`: says what the rows of a pipeline look like, and sends nothing.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what columns a resource or a pipeline has, and send nothing.",
    usage: "dialsh describe [--json] [--account ID] TEXT",
    discussion: """
      dialsh describe --json 'numbers where status=active | select id, created_at'

      Rows are those of all accounts, `account` in front, unless --account or `use` names one.
      """)

  @Flag(help: "For programs: kinds, keys, what may be null, and the keys inside objects.")
  var json = false

  @Option(help: ArgumentHelp("The account whose rows they are.", valueName: "id"))
  var account: [String] = []

  @Argument(help: ArgumentHelp("A resource or a pipeline.", valueName: "text"))
  var text: String

  func run() throws {
    let output = try OutputOptions.parse([])
    let messages = output.messages()
    do {
      let accounts = try ConnectionOptions.accounts(account.isEmpty ? ["all"] : account)
      let scope = Scope(
        accounts: accounts, variables: [:],
        homeDirectory: ProcessEnvironment.variables["HOME"], display: output.display())
      let schema = try Schema(of: SourceText(text), with: .shell(), in: scope)
      throw ExitCode(messages.write(json ? schema.json : schema.text).rawValue)
    } catch let exit as ExitCode {
      throw exit
    } catch let rejection as Rejection {
      messages.complain(rejection)
    } catch {
      messages.complain("\(error)")
    }
    throw ExitCode(ExitStatus.refused.rawValue)
  }
}
