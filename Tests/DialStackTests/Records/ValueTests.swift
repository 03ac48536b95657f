import DialStack
import DialTestSupport
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    ("1", "1.0", Order.same), ("1", "10e-1", .same), ("0", "-0", .same), ("0.0", "-0e99", .same),
    ("0", "0e99999999999999999999", .same), ("100", "1E+2", .same), ("0.001", "1e-3", .same),
    ("1", "2", .ascending), ("-1", "1", .ascending), ("-2", "-1", .ascending),
    ("-1", "0", .ascending),
    ("0", "0.0001", .ascending), ("9", "10", .ascending), ("0.9", "0.10", .descending),
    ("1.5", "1.49", .descending), ("-1.5", "-1.49", .ascending), ("12", "1.2e1", .same),
    ("999999999999999999", "1000000000000000000", .ascending),
    ("9007199254740993", "9007199254740992", .descending),
    ("18446744073709551616", "18446744073709551615", .descending),
    ("0.1", "0.1000000000000000000000000000000001", .ascending),
    ("1e99999999999999999999", "1e99999999999999999998", .descending),
    ("10e99999999999999999998", "1e99999999999999999999", .same),
    ("0.1e100000000000000000000", "1e99999999999999999999", .same),
    ("1e-99999999999999999999", "1e-99999999999999999998", .ascending),
    ("0.1e-99999999999999999999", "1e-100000000000000000000", .same),
    ("-1e99999999999999999999", "1e-99999999999999999999", .ascending),
    ("1e-99999999999999999999", "0", .descending),
    ("1e9223372036854775807", "1e9223372036854775808", .ascending),
    ("1e000000000000000000000002", "100", .same), ("1000e-3", "0.01e2", .same),
    ("5e-1", "0.5e0", .same),
  ])
  func numbersCompareExactly(_ left: String, _ right: String, _ order: Order) {
    #expect(Value.compareNumbers(Bytes(left), Bytes(right)) == order)
    #expect(Value.compareNumbers(Bytes(right), Bytes(left)) == order.reversed)
    let spellings = [left, right].map { Value.canonicalNumber(Bytes($0)) }
    #expect((spellings[0] == spellings[1]) == (order == .same))
    for (spelling, number) in zip(spellings, [left, right]) {
      #expect(Value.compareNumbers(spelling, Bytes(number)) == .same)
    }
  }

  @Test func numbersOfAHundredDigitsCompareExactly() {
    let digits = String(repeating: "1234567890", count: 10)
    #expect(Value.compareNumbers(Bytes(digits + "1"), Bytes(digits + "2")) == .ascending)
    #expect(Value.compareNumbers(Bytes(digits + ".0"), Bytes(digits)) == .same)
    #expect(Value.compareNumbers(Bytes("0." + digits), Bytes(digits + "e-100")) == .same)
    #expect(
      Value.compareNumbers(Bytes("-0." + digits), Bytes("-" + digits + "e-101")) == .ascending)
  }

  @Test func integersCompareAsIntegersDoHoweverTheyAreSpelled() {
    let seed = SeededGenerator().seed
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let numbers = (0..<2).map { _ in Int.random(in: -1_000...1_000, using: &random) }
      let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &random))
      let left = "\(numbers[0])\(zeros)e-\(zeros.count)"
      let right = "\(numbers[1]).\(zeros)0e0"
      let order = Value.compareNumbers(Bytes(left), Bytes(right))
      #expect(order == Order(numbers[0], numbers[1]), "DIALSH_SEED=\(seed): \(left) \(right)")
    }
  }

  @Test func aNumberIsSpelledAsInJSON() {
    #expect(Value.number(spelled: "-1.5e3") == Bytes("-1.5e3"))
    for text in ["", "-", "+1", "01", "1.", ".5", "1e", "0x1", "1 ", "nan", "１"] {
      #expect(Value.number(spelled: text) == nil, "\(text)")
    }
  }

  @Test func valuesAreShownAsPeopleReadThem() {
    let values: [Value] = [
      .null, .boolean(true), .integer(-3), .text("a\"b"), .object(Bytes("{ }")),
      .list(Bytes("[1]")),
    ]
    #expect(values.map(\.string) == ["", "true", "-3", "a\"b", "{ }", "[1]"])
    #expect(values.map(\.detached) == values)
  }

  @Test func equalityIsBySpelling() {
    #expect(Value.number(Bytes("1")) != .number(Bytes("1.0")))
    #expect(Value.text("1") != .integer(1))
  }

  @Test func bytesCompareBytewiseWhereverTheyLie() throws {
    let texts = ["", "a", "abcdefg", "abcdefgh", "abcdefghi", "abcdefgz", "azcdefga", "b", "é"]
    let page = try scan(
      "{\"data\":[" + texts.map { "{\"v\":\"\($0)\"}" }.joined(separator: ",") + "]}")
    let slices = (0..<page.count).compactMap { index -> Bytes? in
      guard case .text(let bytes) = page[index].value(at: FieldPath("v")) else { return nil }
      return bytes
    }
    for (left, text) in slices.enumerated() {
      for right in texts.indices {
        #expect(Order(text, Bytes(texts[right])) == Order(left, right))
        #expect((text == Bytes(texts[right])) == (left == right))
      }
      #expect(text.detached == text)
      #expect(text.hashValue == Bytes(texts[left]).hashValue)
      #expect(text.count == texts[left].utf8.count)
    }
    #expect(slices.shuffled().sorted().map(\.string) == texts)
  }

  @Test func aSliceIsAPartOfItsBytes() {
    let bytes = Bytes("0123456789").slice(2, 8)
    #expect(bytes.string == "234567")
    #expect(bytes.slice(1, 3).string == "34")
    #expect(bytes[5] == UInt8(ascii: "7"))
    #expect(bytes.slice(6, 6).isEmpty)
    var all: [UInt8] = [0x78]
    all.append(bytes)
    #expect(all == Array("x234567".utf8))
  }

  @Test(arguments: [
    (Value.null, "null"), (.boolean(false), "false"), (.number(Bytes("1.50")), "1.50"),
    (.text("a\"b\\c/é\u{7f}"), "\"a\\\"b\\\\c/é\u{7f}\""),
    (.text("\n\r\t\u{0}\u{8}\u{1f}"), #""\n\r\t\u0000\u0008\u001f""#),
    (.text(""), "\"\""), (.text("\"\""), #""\"\"""#),
    (.object(Bytes("{\"a\":\n\t[ 1 ]\r\n}")), #"{"a":[ 1 ]}"#),
    (.list(Bytes("[]")), "[]"),
  ])
  func valuesAreWrittenAsJSONOnOneLine(_ value: Value, _ json: String) {
    var bytes: [UInt8] = []
    bytes.appendJSON(value)
    #expect(String(decoding: bytes, as: UTF8.self) == json)
  }

  @Test func numbersAreOrderedByTheirBytes() {
    var random = SeededGenerator()
    func number() -> String {
      var text = Bool.random(using: &random) ? "-" : ""
      text += ["0", "1", "9", "10", "12", "120", "123456789012345678901234567890"].randomElement(
        using: &random)!
      if Bool.random(using: &random) {
        text += "." + ["0", "5", "50", "05", "000001"].randomElement(using: &random)!
      }
      if Bool.random(using: &random) {
        text +=
          "e" + ["0", "1", "-1", "+12", "-300", "99999999999999999999"].randomElement(
            using: &random)!
      }
      return text
    }
    for _ in 0..<3000 {
      let (left, right) = (number(), number())
      var (leftBytes, rightBytes): ([UInt8], [UInt8]) = ([], [])
      leftBytes.appendSortable(number: Bytes(left))
      rightBytes.appendSortable(number: Bytes(right))
      #expect(
        Order(Bytes(leftBytes), Bytes(rightBytes))
          == Value.compareNumbers(Bytes(left), Bytes(right)),
        "\(left), \(right), DIALSH_SEED=\(random.seed)")
    }
  }
}
