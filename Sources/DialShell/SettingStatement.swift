import DialLanguage
import DialPipeline

/// `.timing on`: sets something for what follows, or shows how it is set.
struct SettingStatement: Statement {
  private let setting: Setting
  /// `nil` shows the value.
  private let change: SettingChange?

  init(_ setting: Setting, _ arguments: inout ArgumentReader) throws(Rejection) {
    self.setting = setting
    change = try setting.change(&arguments)
  }

  func plan(in planner: inout Planner) -> Step {
    guard let change else { return .command(ShowSetting(setting: setting)) }
    var settings = planner.scope.settings
    change.apply(&settings)
    planner.scope.apply(settings)
    return .command(ChangeSetting(change: change))
  }
}

extension StatementWord {
  init(_ setting: Setting) {
    self.init(setting.signature, or: setting.signature.synonyms, takesWords: true) {
      (arguments, _) throws(Rejection) in
      try SettingStatement(setting, &arguments)
    }
  }
}
