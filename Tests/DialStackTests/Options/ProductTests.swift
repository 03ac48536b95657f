import DialStack
import Testing

@Suite struct ProductTests {
  @Test func aProductIsTwoTokens() {
    #expect(Product(name: "report-bot", version: "2.0+x")?.description == "report-bot/2.0+x")
  }

  @Test(arguments: [
    ("", "1"), ("a", ""), ("a b", "1"), ("a", "1\r\nX: y"), ("a/b", "1"), ("é", "1"),
  ])
  func anythingElseIsNone(_ name: String, _ version: String) {
    #expect(Product(name: name, version: version) == nil)
  }
}
