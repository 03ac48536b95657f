import DialLanguage
import Testing

struct LexerTests {
  private func spellings(_ text: String) -> [String] {
    Lexer.tokens(of: SourceText(text)).map(\.spelling)
  }

  @Test func wordsAndSymbolsPartWithoutSpaces() {
    #expect(
      spellings("numbers where status=active|limit 5")
        == [
          "`numbers`", "`where`", "`status`", "`=`", "`active`", "`|`", "`limit`", "`5`", "the end",
        ])
  }

  @Test func timesPathsAndPhonesAreOneWord() {
    #expect(
      spellings("2026-09-01T10:00Z ./a/b.csv +1415 -7d")
        == ["`2026-09-01T10:00Z`", "`./a/b.csv`", "`+1415`", "`-7d`", "the end"])
  }

  @Test func aHashBeginsACommentOnlyAfterASpace() {
    #expect(spellings("# all\na *b # c") == ["`a`", "`*`", "`b`", "the end"])
    #expect(spellings("x#1") == ["`x#1`", "the end"])
  }

  @Test func aLineBreakEndsAStatementUnlessTheLineGoesOn() {
    #expect(spellings("a\nb") == ["`a`", "the end of the line", "`b`", "the end"])
    #expect(spellings("a |\nb") == ["`a`", "`|`", "`b`", "the end"])
    #expect(spellings("a\n\n  # only\n  | b") == ["`a`", "`|`", "`b`", "the end"])
    #expect(
      spellings("a in (\n1,\n2\n)") == [
        "`a`", "`in`", "`(`", "`1`", "`,`", "`2`", "`)`", "the end",
      ])
    #expect(spellings("a \\\nb") == ["`a`", "`b`", "the end"])
    #expect(spellings("a and\nnot\nb") == ["`a`", "`and`", "`not`", "`b`", "the end"])
    #expect(spellings("a=\nb") == ["`a`", "`=`", "`b`", "the end"])
    #expect(
      spellings("a (; b\nc")
        == ["`a`", "`(`", "`;`", "`b`", "the end of the line", "`c`", "the end"])
  }

  @Test func commentsAreKept() {
    let comments = Lexer.comments(of: SourceText("#!x\na # b \n|\n'#' c#d\t#"))
    #expect(comments.map(\.text) == ["#!x", "# b ", "#"])
    #expect(comments.map(\.lower) == [0, 6, 21])
  }

  @Test func escapesAreUndoneInDoubleQuotesOnly() {
    let tokens = Lexer.tokens(of: SourceText(#""a\"\n\u{e9}\+" 'a\"'"#))
    #expect(tokens.map(\.text) == ["a\"\né\\+", "a\\\"", ""])
  }

  @Test func hostileBytesNeverStopIt() {
    for text in ["\u{0}", "\u{1B}[2J", "\"", "'", "$", "\\", "!", "*", "\"\\", "\"\\u{", "a\\"] {
      #expect(Lexer.tokens(of: SourceText(text)).last?.kind == .end)
    }
  }
}
