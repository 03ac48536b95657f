package import DialPipeline
package import DialStack

extension Vocabulary {
  /// All words that the shell knows: those of the language, those about the session, which begin
  /// with a dot, and the pages of the help.
  package static func shell(catalog: Catalog = .standard) -> Vocabulary {
    var vocabulary = Vocabulary.standard(catalog: catalog)
    vocabulary.statements += Setting.all.map { StatementWord($0) }
    vocabulary.statements.append(StatementWord(RunStatement.self))
    vocabulary.statements += DotCommand.allCases.map { StatementWord($0) }
    vocabulary.pages = [.settings, .keys, .errors, .times, .lastResult]
    return vocabulary
  }
}
