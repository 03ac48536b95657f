import DialPipeline
import DialSandbox
import DialShell
import DialStack
import ShellTestSupport

extension Catalog {
  static let extended = Catalog(resources: Catalog.standard.resources + [.numberRoutes])
}

extension Vocabulary {
  /// The shell's words and ours: one line each.
  static let extended: Vocabulary = {
    var vocabulary = Vocabulary.shell(catalog: .extended)
    vocabulary.statements.append(StatementWord(SayStatement.self))
    vocabulary.stages.append(AddStage.self)
    vocabulary.stages.append(AmongStage.self)
    vocabulary.functions.append(AreaFunction.self)
    vocabulary.exporters.append(LinesFormat.self)
    vocabulary.exporters.append(FolderFormat.self)
    return vocabulary
  }()
}

extension RunSetting {
  /// An account of a sandbox that serves our list, too.
  static var extended: RunSetting {
    var setting = RunSetting()
    setting.catalog = .extended
    setting.vocabulary = .extended
    setting.account = SandboxOptions.documentAccount
    return setting
  }
}
