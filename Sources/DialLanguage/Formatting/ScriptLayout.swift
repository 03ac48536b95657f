/// A script in the one layout that there is.
///
/// Each statement begins a line of its own, and looks the same however it was written. Every comment is
/// kept, and an empty line between statements; of several only one.
package struct ScriptLayout {
  private let source: SourceText
  private let uses: [Int: TokenUse]
  /// The comments that are still to come.
  private var comments: ArraySlice<Comment>
  private var lines: [String] = []
  /// Where that ends which was written last.
  private var end = 0

  /// Lays out `source`.
  ///
  /// - Parameters:
  ///   - uses: what tokens are, by where they begin. Space about others stays as it is.
  ///   - takesWords: whether the arguments of the statement that a token begins are words, whatever
  ///     these mean elsewhere: `help ~`.
  /// - Throws: a ``Rejection`` for a text whose statements have no right form.
  package static func text(
    of source: SourceText, uses: [Int: TokenUse], takesWords: (Token) -> Bool
  ) throws(Rejection) -> String {
    let statements = Script(source).statements
    let faults = statements.flatMap { takesWords($0.first) ? $0.faults : $0.faultsOfForm }
    if let rejection = Rejection(faults) { throw rejection }
    var layout = ScriptLayout(source, uses)
    for statement in statements {
      layout.add(statement, ofWords: takesWords(statement.first))
    }
    layout.addComments(before: source.utf8.count)
    return layout.lines.map { $0 + "\n" }.joined()
  }

  private init(_ source: SourceText, _ uses: [Int: TokenUse]) {
    self.source = source
    self.uses = uses
    comments = Lexer.comments(of: source).map { Comment($0, in: source) }[...]
  }

  private mutating func add(_ statement: StatementText, ofWords: Bool) {
    let range = statement.range
    addComments(before: range.lower)
    let pieces = pieces(of: statement, ofWords: ofWords)
    addEmptyLine(before: range.lower)
    lines += (ofWords ? StatementLayout(unbroken: pieces) : StatementLayout(pieces)).lines
    lines[lines.count - 1] += statement.ending
    end = range.upper
  }

  private mutating func pieces(of statement: StatementText, ofWords: Bool) -> [Piece] {
    let tokens = statement.all.tokens
    let uses = tokens.map { self.uses[$0.range.lower] }
    var pieces = ofWords ? Piece.words(tokens, uses) : Piece.layout(tokens, uses)
    for (index, token) in tokens.enumerated() {
      pieces[index].comments = takeComments(before: token.range.lower)
    }
    return pieces
  }

  private mutating func addComments(before place: Int) {
    for comment in takeComments(before: place) {
      if comment.startsLine {
        addEmptyLine(before: comment.range.lower)
        lines.append(comment.text)
      } else {
        lines[lines.count - 1] += " " + comment.text
      }
      end = comment.range.upper
    }
  }

  private mutating func takeComments(before place: Int) -> [Comment] {
    let taken = comments.prefix { $0.range.lower < place }
    comments = comments.dropFirst(taken.count)
    return Array(taken)
  }

  /// Adds an empty line, should there be one before what comes next.
  private mutating func addEmptyLine(before place: Int) {
    let breaks = source.utf8[end..<place].count { $0 == UInt8(ascii: "\n") }
    if breaks > 1, !lines.isEmpty { lines.append("") }
  }
}

extension StatementText {
  /// What ends it where a line break would not.
  fileprivate var ending: String {
    let tokens = all.tokens
    if tokens.last?.mayEndLine == false { return " ;" }
    return arguments.end.isSymbol(.semicolon) && tokens.joinsLines ? ";" : ""
  }
}
