package import DialLanguage
package import DialPipeline
import TerminalText

/// What a script says of itself: the comment that it begins with, and its parameters.
package struct ScriptHelp: Sendable {
  private let comment: [String]
  private let parameters: [ParamStatement]
  private let name: String
  private let uses: ParameterUses

  /// Reads a script; nothing of it is run.
  ///
  /// - Throws: a ``Rejection`` for a text that makes no sense.
  package init(of script: SourceText, with vocabulary: Vocabulary) throws(Rejection) {
    name = script.name ?? "-"
    comment = ScriptComment(of: script.text).lines
    parameters = try ParamStatement.all(in: Script(script), with: vocabulary)
    var scope = Scope(
      accounts: .none, variables: [:], homeDirectory: nil,
      display: Display(format: "csv", terminal: nil))
    scope.includes = TextFile.source
    uses = Planner.parameterUses(in: script, with: vocabulary, in: scope)
  }

  /// The page that `dialsh FILE --help` prints.
  package var text: String {
    let usage = parameters.map { parameter in
      let option = "--\(parameter.name.text)=VALUE"
      return parameter.fallback == nil ? option : "[\(option)]"
    }
    var lines = comment
    if !comment.isEmpty { lines.append("") }
    lines += ["usage", "  " + (["dialsh [OPTIONS] \(name)"] + usage).joined(separator: " "), ""]
    return lines.map { $0.visible + "\n" }.joined()
      + (parameters.isEmpty ? "" : "parameters\n\(table)\n")
      + "`dialsh --help` lists the options of the program.\n"
  }

  private var table: String {
    TwoColumns.text(
      parameters.map { parameter in
        let value = parameter.fallback.map { "\($0.source) unless it is given" } ?? "must be given"
        let use = uses[parameter.name.text].map { "\($0); " } ?? ""
        return ("--\(parameter.name.text)", (use + value).visible)
      }, indent: 2)
  }
}
