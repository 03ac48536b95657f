/// What a layout knows of a token beside its characters.
package enum TokenUse: Sendable, Hashable {
  /// A word of the language, in any case.
  case keyword
  /// An operator, or a sign of a calculation.
  case sign
  /// The name of an option: `header` in `header=no`.
  case option
  /// A part of a path, which goes as far as its parts touch.
  case path
  /// What has a name or a value: a field, a function, a text.
  case name
}
