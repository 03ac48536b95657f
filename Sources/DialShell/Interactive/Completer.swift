import DialLanguage
package import DialPipeline
import DialStack
package import LineEditing

/// What Tab offers at a place of the text, from what is known; it asks nobody.
package struct Completer: Sendable {
  /// More candidates than these are counted, not listed.
  static let most = 200

  let vocabulary: Vocabulary
  let scope: Scope
  let observed: ObservedValues

  package init(vocabulary: Vocabulary, scope: Scope, observed: ObservedValues) {
    self.vocabulary = vocabulary
    self.scope = scope
    self.observed = observed
  }

  /// The candidates for what stands before the cursor.
  package func completion(of text: EditedText) -> Completion {
    completion(of: text, .listed)
  }

  /// How the word before the cursor goes on, as far as that is certain; looks at no file.
  func certainRest(of text: EditedText) -> String {
    let completion = completion(of: text, .left)
    let typed = String(
      text.text.unicodeScalars.prefix(text.cursor).dropFirst(completion.range.lowerBound))
    let common = completion.commonPrefix
    guard !typed.isEmpty, common.hasPrefix(typed) else { return "" }
    return String(common.dropFirst(typed.count))
  }

  /// Whether folders are looked at for paths.
  enum Files {
    case listed, left
  }

  private func completion(of text: EditedText, _ files: Files) -> Completion {
    let before = text.textBeforeCursor
    let tokens = Array(Lexer.tokens(of: SourceText(before)).dropLast())
    guard !isComment(before, behind: tokens) else { return .none }
    for word in [
      TypedWord.account(in: tokens, before), .path(in: tokens, before), .last(in: tokens, before),
    ] {
      guard let word else { continue }
      let outline = Outline(of: word.textBefore, with: vocabulary, in: scope)
      guard word.fits(outline.next) else { continue }
      let end = before.unicodeScalars.count
      let range = (end - word.text.unicodeScalars.count)..<end
      if word.kind == .account {
        let isFirst = word.textBefore.last { $0 != " " } != ","
        return accounts(word.text, in: range, isFirst: isFirst)
      }
      // Any name may be meant by the beginning of one.
      let isOpen = word.kind == .path && files == .left
      return Completion(
        range: range, candidates: isOpen ? [] : candidates(for: word.text, behind: outline, files))
    }
    return .none
  }

  /// The candidates for a word behind a text, which may declare variables itself.
  func candidates(for typed: String, behind outline: Outline, _ files: Files) -> [Candidate] {
    Completer(vocabulary: vocabulary, scope: outline.scope, observed: observed)
      .candidates(for: typed, at: outline.next, files)
  }

  /// Whether the text ends in a comment: comments are no tokens.
  private func isComment(_ text: String, behind tokens: [Token]) -> Bool {
    text.utf8.dropFirst(tokens.last?.range.upper ?? 0).contains(UInt8(ascii: "#"))
  }

  /// The word that is being typed; empty behind a space.
  private struct TypedWord {
    enum Kind {
      case account, path, last
    }

    let kind: Kind
    let text: String
    let textBefore: String

    private init(_ kind: Kind, from start: Int, of before: String) {
      self.kind = kind
      text = String(decoding: before.utf8.dropFirst(start), as: UTF8.self)
      textBefore = String(decoding: before.utf8.prefix(start), as: UTF8.self)
    }

    /// All that stands behind `use`, or behind the last comma there, unless it is a pipeline: names have
    /// spaces.
    static func account(in tokens: [Token], _ before: String) -> TypedWord? {
      let start =
        tokens.lastIndex { $0.isSymbol(.semicolon) || $0.kind == .newline }
        .map { $0 + 1 } ?? 0
      guard tokens.count > start, tokens[start].isWord("use") else { return nil }
      let end = tokens[start].range.upper
      guard end < before.utf8.count else { return nil }
      if tokens.count > start + 1, tokens[start + 1].isSymbol(.open) { return nil }
      let first = tokens[start...].lastIndex { $0.isSymbol(.comma) } ?? start
      let from = tokens.count > first + 1 ? tokens[first + 1].range.lower : before.utf8.count
      return TypedWord(.account, from: from, of: before)
    }

    /// All that stands together without a space: paths have `~`, `$` and the like.
    static func path(in tokens: [Token], _ before: String) -> TypedWord? {
      guard var index = tokens.indices.last, tokens[index].range.upper == before.utf8.count else {
        return TypedWord(.path, from: before.utf8.count, of: before)
      }
      while index > 0, tokens[index].isAttached { index -= 1 }
      let rest = tokens[index...]
      // `header=` is an option, and its value is a word of its own.
      if rest.count > 1, rest[index].text.isName, rest[index + 1].isSymbol(.equal) { return nil }
      return TypedWord(.path, from: tokens[index].range.lower, of: before)
    }

    static func last(in tokens: [Token], _ before: String) -> TypedWord? {
      guard let last = tokens.last, last.range.upper == before.utf8.count, last.isPartOfWord else {
        return TypedWord(.last, from: before.utf8.count, of: before)
      }
      return TypedWord(.last, from: last.range.lower, of: before)
    }

    /// Whether such a word may stand there.
    func fits(_ next: Next) -> Bool {
      guard case .argument(let argument) = next else { return kind == .last }
      switch kind {
      case .account: return argument.roles.contains(.account)
      case .path: return argument.roles.contains(.path)
      case .last: return true
      }
    }
  }
}

extension Token {
  /// Whether more characters may follow in the same word.
  var isPartOfWord: Bool {
    switch kind {
    case .word, .variable, .invalid(.openString), .invalid(.bareDollar): true
    case .string, .rawString, .symbol, .newline, .end, .invalid: false
    }
  }
}
