import DialLanguage
import DialRows

/// What was read of a text, and how: completion, colours and the underline are made of it.
final class ReadingNotes {
  /// What one reader has read.
  struct Part {
    enum Kind {
      case statement, pipeline, source, stage
      /// What nobody reads.
      case leftover
    }

    let kind: Kind
    /// The statement's word, or the stage.
    let name: String
    /// The word that begins the statement, where that is no source.
    let word: Token?
    /// The columns before a stage, where they are known.
    let columns: Columns?
    let reader: ArgumentReader
    /// Whether all of it made sense, and nothing more can belong to it.
    let isComplete: Bool
  }

  /// The parts in the order in which their reading ended: those inside of others come first.
  private(set) var parts: [Part] = []
  /// The places of what made no sense.
  private(set) var problems: [SourceRange] = []
  /// The columns behind the pipeline that was read last, where they are known.
  var lastColumns: Columns?

  /// Reads `arguments` with `body`, and takes note of how far it comes.
  func read<Result>(
    _ kind: Part.Kind, _ word: Token?, _ arguments: Arguments,
    _ body: (inout ArgumentReader) throws(Rejection) -> Result
  ) throws(Rejection) -> Result {
    var reader = ArgumentReader(arguments)
    do throws(Rejection) {
      let result = try body(&reader)
      add(kind, word?.text ?? "", word: word, reader, isComplete: true)
      return result
    } catch {
      add(kind, word?.text ?? "", word: word, reader, isComplete: false)
      add(problems: error.diagnostics)
      throw error
    }
  }

  /// Takes note of what a stage has read, or a statement.
  func add(
    _ kind: Part.Kind, _ name: String, word: Token? = nil, _ reader: ArgumentReader,
    before columns: Columns? = nil, isComplete: Bool
  ) {
    parts.append(
      Part(
        kind: kind, name: name, word: word, columns: columns, reader: reader,
        isComplete: isComplete))
  }

  /// Takes note of what makes no sense; what is missing has no characters.
  func add(problems diagnostics: [Diagnostic]) {
    problems += diagnostics.filter { $0.subject == .words }.map(\.range)
      .filter { $0.upper > $0.lower }
  }

  /// Takes note of tokens that nobody reads.
  func addMisplaced(_ tokens: [Token], before end: Token) {
    guard !tokens.isEmpty else { return }
    var reader = ArgumentReader(Arguments(tokens: tokens, end: end))
    reader.skipRest()
    add(.leftover, "", reader, isComplete: false)
  }
}
