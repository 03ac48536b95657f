/// What a word is at its place in a statement.
///
/// Stages ask an ``ArgumentReader`` for what they take; the roles follow from what they ask,
/// so that colours and completion know every stage without being told.
package enum ArgumentRole: Sendable, Hashable {
  /// The first word of a statement.
  case command
  /// What a pipeline's rows come from.
  case source
  /// The id of an item of the source.
  case item
  /// What belongs to one item of the list with this name: `members`, of `queues`.
  case part(of: String)
  /// The name of a stage.
  case stage
  case field
  /// A field that the function of this name takes.
  case fieldOf(String)
  /// An operator between a field and a value.
  case comparison
  /// A value that the field is compared with.
  case value(of: FieldName)
  /// A word of the language: `and`, `by`.
  case keyword(String)
  case symbol(Token.Symbol)
  /// A whole number.
  case number
  /// A name that the user makes up: of a column, of a parameter.
  case newName
  /// A format of `export`.
  case format
  /// A file.
  case path
  /// The name of one of these options, with `=` behind it.
  case option([Parameter])
  /// An account's id.
  case account
  /// A word that there is help on.
  case topic
  /// Whatever a value may be.
  case anyValue
  /// The name of a function.
  case function
  /// A sign between values that are worked with: `+`.
  case arithmetic
  /// A value that is worked with: a word, a variable, `.field`.
  case operand
  /// What makes no sense where it stands.
  case misplaced
  /// What a word's signature says.
  case parameter(Parameter)
}

extension ArgumentRole {
  /// Whether it is the name of a field.
  package var isField: Bool {
    switch self {
    case .field, .fieldOf: true
    default: false
    }
  }
}

/// A token as it was read.
package struct Reading: Sendable, Hashable {
  package let role: ArgumentRole
  package let token: Token

  package var range: SourceRange { token.range }
}
