import DialExport
package import DialLanguage
import SystemPackage

/// A script that says by `expect` what an account must be like.
package struct LintRule: Sendable {
  /// How bad it is if a row breaks the rule; the worst come first.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, info
  }

  /// The name of the file, without its ending.
  package let name: String
  package let severity: Severity
  /// The first line of its comment.
  package let title: String
  package let script: SourceText

  private static let ending = ".dial"
  private static let label = "severity"

  /// Reads a rule from a file, whose comment may say `severity: error`; it is a warning unless it does.
  ///
  /// - Throws: ``ConfigurationError`` for a file that can't be read, that expects nothing, or whose
  ///   severity is none.
  package init(path: String) throws {
    script = try TextFile.source(path)
    let file = FilePath(path).lastComponent?.string ?? path
    name = file.hasSuffix(Self.ending) ? String(file.dropLast(Self.ending.utf8.count)) : file
    let comment = ScriptComment(of: script.text)
    title = comment.title(besides: Self.label)
    let severities = Severity.allCases.map(\.rawValue).joined(separator: ", ")
    guard let severity = Severity(rawValue: comment[Self.label] ?? Severity.warning.rawValue) else {
      throw ConfigurationError(
        "\(path): `# \(Self.label): \(comment[Self.label] ?? "")` is none of \(severities)")
    }
    self.severity = severity
    guard Lexer.tokens(of: script).contains(where: { $0.isWord("expect") }) else {
      throw ConfigurationError("\(path) is no rule: nothing in it says `expect`")
    }
  }

  /// The rules in files and folders, those of a folder by their names; of two with one name the last.
  ///
  /// - Throws: ``ConfigurationError`` for what can't be read and for what is no rule.
  package static func all(in paths: [String]) throws -> [LintRule] {
    var rules: [LintRule] = []
    for path in try paths.flatMap({ try files(in: $0) }) {
      let rule = try LintRule(path: path)
      rules.removeAll { $0.name == rule.name }
      rules.append(rule)
    }
    return rules
  }

  private static func files(in path: String) throws -> [String] {
    let status: Stat
    do {
      status = try FilePath(path).stat()
    } catch {
      throw ConfigurationError("can't read \(path): \(error)")
    }
    guard status.type == .directory else { return [path] }
    return PathStatus.names(in: path).filter { $0.hasSuffix(ending) }.sorted()
      .map { FilePath(path).appending($0).string }
  }
}

extension LintRule {
  /// Where rules are unless somebody names them: beside the program, and the user's own.
  ///
  /// Of an installed program they are in `share/dialsh/lint`, of one that was built in its own folder in
  /// `scripts/lint`; the user's are in `~/.config/dialsh/lint`.
  package static func folders(ofProgram path: String, environment: [String: String]) -> [String] {
    var folder = FilePath(path).removingLastComponent()
    var standard: [String] = []
    while standard.isEmpty, !folder.isEmpty, folder.lastComponent != nil {
      folder = folder.removingLastComponent()
      standard = ["share/dialsh/lint", "scripts/lint"].map { folder.appending($0).string }
        .filter(isFolder)
    }
    let own = Configuration.folder(environment: environment).map { $0 + "/lint" }
    return standard.prefix(1) + [own].compactMap(\.self).filter(isFolder)
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? FilePath(path).stat().type) == .directory
  }
}
