import PatternMatching
import Testing

/// Patterns find what they say, and each search ends.
struct PatternTests {
  private func search(_ pattern: String, in text: String) throws -> Pattern.Outcome {
    try Pattern(pattern).search(in: Array(text.utf8).span)
  }

  @Test(arguments: [
    ("b", "abc", true), ("^b", "abc", false), ("^$", "", true), ("", "", true), ("x", "", false),
    ("c$", "abc\n", false), ("(?i)FRONT", "The front desk", true), ("FRONT", "front", false),
    ("^\\w+$", "Zürich", true), ("^.$", "é", true), ("^..$", "e\u{301}", true),
    ("(?<=\\+)1", "+1", true), ("\\+1", "11", false), ("a\u{0}b", "a\u{0}b", true),
    ("^\\d{3}$", "٣٤٥", true), ("(a)\\1", "aa", true),
  ])
  func aPatternIsFoundAnywhere(_ pattern: String, _ text: String, _ isFound: Bool) throws {
    #expect(try search(pattern, in: text) == (isFound ? .found : .notFound))
  }

  @Test func bytesThatAreNotUTF8MatchNothing() throws {
    let pattern = try Pattern("^.b|c$")
    #expect(pattern.search(in: [0xFF, 0x62].span) == .notFound)
    #expect(pattern.search(in: [0xFF, 0x63].span) == .found)
  }

  @Test(arguments: [
    ("(a+)+$", String(repeating: "a", count: 40) + "b"),
    ("(\\w*\\s?\\w*)*\\d", String(repeating: "ab ", count: 100)),
    ("(?:(?!\\w+@)\\w)*@", String(repeating: "a", count: 16_000) + "@"),
    ("x", String(repeating: "a", count: Pattern.mostTextBytes + 1)),
  ])
  func aSearchThatIsTooMuchIsGivenUp(_ pattern: String, _ text: String) throws {
    let pattern = try Pattern(pattern)
    #expect(pattern.search(in: Array(text.utf8).span) == .undecided)
    // And the next one begins anew.
    #expect(pattern.search(in: "".utf8.span) != .undecided)
  }

  @Test func aCancelledTaskStopsItsSearch() async throws {
    let text = Array((String(repeating: "a", count: 40) + "b").utf8)
    let outcome = try await withThrowingTaskGroup(of: Pattern.Outcome.self) { group in
      group.cancelAll()
      group.addTask { try Pattern("(a+)+$").search(in: text.span) }
      return try await group.next()
    }
    #expect(outcome == .stopped)
  }

  @Test(arguments: [
    ("a(b", "missing closing parenthesis", 3, true),
    ("ab**+*", "quantifier does not follow a repeatable item", 3, false),
    ("ü[z-a]", "range out of order in character class", 4, false),
    (String(repeating: "[", count: 1300), "missing terminating ] for character class", 1300, true),
    (String(repeating: "(", count: 1300), "parentheses are too deeply nested", 251, false),
    ("(?:(?:(?:a{1000}){1000}){1000})", "regular expression is too large", 31, true),
    ("\\C", "using \\C is disabled by the application", 2, true),
    (
      String(repeating: "a", count: Pattern.mostPatternBytes + 1),
      "pattern string is longer than the limit set by the application", 0, false
    ),
  ])
  func aBadPatternIsRefusedWithItsPlace(
    _ pattern: String, _ reason: String, _ charactersRead: Int, _ isAtEnd: Bool
  ) throws {
    let fault = #expect(throws: InvalidPattern.self) { try Pattern(pattern) }
    #expect(fault?.reason == reason)
    #expect(fault?.charactersRead == charactersRead)
    #expect(fault?.isAtEnd == isAtEnd)
  }
}
