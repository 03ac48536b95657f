package import DialLanguage

/// A statement that was read and can be planned.
package protocol Statement: Sendable {
  /// Gives the statement its meaning; what it changes holds for the statements behind it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  func plan(in planner: inout Planner) throws(Rejection) -> Step
}

/// A statement that begins with a word of its own: one file, and one line in ``Vocabulary``.
package protocol WordStatement: Statement {
  static var signature: Signature { get }

  /// Words that begin it as well: `describe`.
  static var otherSpellings: [String] { get }

  /// Whether its arguments are words, whatever these mean elsewhere: `help ~`.
  static var takesWords: Bool { get }

  /// What names it gives to things.
  static var declares: Declaration { get }

  /// Reads what stands behind the word.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  init(_ arguments: inout ArgumentReader, in context: StatementContext) throws(Rejection)
}

extension WordStatement {
  package static var otherSpellings: [String] { [] }
  package static var takesWords: Bool { false }
  package static var declares: Declaration { .nothing }
}

/// What names a statement gives to things.
package enum Declaration: Sendable, Hashable {
  case nothing
  /// The one that stands first in it.
  case name
  /// Those of another file.
  case names
}

/// A word that begins statements, and how these are read.
package struct StatementWord: Sendable {
  package typealias Reading =
    @Sendable (inout ArgumentReader, StatementContext) throws(Rejection)
    -> any Statement

  package let signature: Signature
  /// The word, and others that begin the same statement.
  package let spellings: [String]
  package let takesWords: Bool
  package let declares: Declaration
  package let read: Reading

  /// The word of a type of statements.
  package init<Form: WordStatement>(_ type: Form.Type) {
    self.init(
      type.signature, or: type.otherSpellings, takesWords: type.takesWords,
      declares: type.declares
    ) { (arguments, context) throws(Rejection) in
      try Form(&arguments, in: context)
    }
  }

  package init(
    _ signature: Signature, or otherSpellings: [String], takesWords: Bool,
    declares: Declaration = .nothing, read: @escaping Reading
  ) {
    self.signature = signature
    spellings = [signature.name] + otherSpellings
    self.takesWords = takesWords
    self.declares = declares
    self.read = read
  }

  /// Whether a statement about the prompt begins with it, which is spelled as it is.
  package var isDotted: Bool { signature.name.first == "." }

  /// Whether `text` is the word, in any case where it has no dot.
  func isSpelled(_ text: String) -> Bool {
    isDotted ? spellings.contains(text) : spellings.contains { text.isKeyword($0) }
  }
}

/// What a statement may know while it is read.
package struct StatementContext {
  /// The word that begins it, as the user wrote it.
  package let word: Word
  /// The whole statement.
  package let range: SourceRange
  let planner: Planner

  package var scope: Scope { planner.scope }
  package var vocabulary: Vocabulary { planner.vocabulary }

  /// Reads a pipeline up to the end of the arguments, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func pipeline(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    try planner.plan(&arguments)
  }

  /// Reads a pipeline in parentheses, and plans it.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func pipelineInParentheses(_ arguments: inout ArgumentReader) throws(Rejection) -> Plan {
    try planner.pipelineInParentheses(&arguments)
  }
}
