import DialLanguage
import TerminalText
import Testing

/// What a terminal gets of texts that hold more than can be seen.
struct VisibleTextTests {
  @Test(arguments: [
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x200E,
    0x202E, 0x2066, 0x2028, 0x3164, 0xE000, 0xF8FF, 0xFDD0, 0xFE00, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFE,
    0x1BCA0, 0x1D173, 0x1D17A, 0x1FFFF, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xF0000, 0x10FFFF,
  ])
  func whatShowsNothingIsMarked(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let number = String(value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - number.count))
    #expect("a\(scalar)b".visible == "a<U+\(zeros)\(number)>b")
    #expect(scalar.mayHide)
  }

  @Test(arguments: [
    "plain", "é日本 ｱ", "e\u{301}", "❤️ ☎️", "1️⃣#️⃣", "❤\u{FE0E}", "👩‍👩‍👧", "👩🏽‍🚀", "❤️‍🔥", "🏳️‍🌈", "🇩🇪",
    "می\u{200C}خواهم", "क्\u{200D}ष", "ශ්\u{200D}රී", "한국어", "\u{1112}\u{1161}\u{11AB}",
  ])
  func whatIsSeenStays(_ text: String) {
    #expect(text.visible == text)
  }

  @Test(arguments: [
    ("pay\u{200D}pal", "pay<U+200D>pal"), ("pay\u{200C}pal", "pay<U+200C>pal"),
    ("👩\u{200D}", "👩<U+200D>"), ("\u{200D}👩", "<U+200D>👩"), ("👩\u{200D}a", "👩<U+200D>a"),
    ("a\u{FE0F}", "a<U+FE0F>"), ("1\u{FE0F}2", "1<U+FE0F>2"), ("\u{FE0E}x", "<U+FE0E>x"),
    ("ی\u{200C} x", "ی<U+200C> x"), ("\u{1B}[31m\r\n\u{7F}\u{9B}", "␛[31m␍␊␡<U+009B>"),
  ])
  func joinersAndSelectorsAreMarkedWhereTheyDoNothing(_ text: String, _ shown: String) {
    #expect(text.visible == shown)
  }
}
