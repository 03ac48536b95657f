import DialLanguage

extension Diagnostic {
  /// A value that a setting doesn't take.
  static func badSetting(_ word: Word, _ setting: Setting) -> Diagnostic {
    misspelt(
      word, "`\(setting.signature.name)` takes \(setting.takes), found `\(word.text)`",
      Spelling.nearest(to: word.text, in: setting.choices))
  }
}
