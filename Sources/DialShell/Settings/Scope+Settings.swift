import DialExport
import DialLanguage
package import DialPipeline

extension Scope {
  private struct Applied {
    var settings = Settings()
    /// How the terminal is drawn on where no setting says otherwise.
    var layout: TerminalStyle.Layout?
  }

  private enum Key: ScopeKey {
    static let initial = Applied()
  }

  /// What the words with a dot have set.
  package var settings: Settings { self[Key.self].settings }

  /// Has `settings` hold for what is planned from here on.
  package mutating func apply(_ settings: Settings) {
    var applied = self[Key.self]
    if applied.layout == nil { applied.layout = display.terminal?.layout }
    applied.settings = settings
    self[Key.self] = applied
    if let layout = settings.layout ?? applied.layout { display.terminal?.layout = layout }
    limit = settings.limit.map { LimitStage.behindAll($0, by: Setting.limit.signature.name) }
    zoneSetting = settings.zone
  }
}
