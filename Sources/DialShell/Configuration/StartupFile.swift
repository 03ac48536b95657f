import DialExport
package import DialLanguage
import SystemPackage

/// The lines that the prompt begins with: settings, an account.
package enum StartupFile {
  /// The text of `$XDG_CONFIG_HOME/dialsh/rc`, else of `~/.config/dialsh/rc`; `nil` if there is
  /// none.
  ///
  /// - Throws: ``ConfigurationError`` for a file that can't be read.
  package static func text(environment: [String: String]) throws(ConfigurationError)
    -> SourceText?
  {
    guard let path = Configuration.folder(environment: environment).map({ $0 + "/rc" }),
      (try? FilePath(path).stat()) != nil
    else { return nil }
    return SourceText(try TextFile.read(path), name: path)
  }
}
