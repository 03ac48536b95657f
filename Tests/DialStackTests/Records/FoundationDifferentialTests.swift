import DialStack
import DialTestSupport
import Foundation
import Testing

/// Holds the scanner to what Foundation makes of the same bytes.
///
/// The exceptions, each with a test below: Foundation takes a comma before a closing bracket,
/// guesses UTF-16 and UTF-32, and refuses numbers that no `Double` can hold, and texts that are
/// not Unicode.
@Suite struct FoundationDifferentialTests {
  @Test func validPagesHoldTheValuesThatFoundationReads() throws {
    let seed = SeededGenerator().seed
    var generator = PageGenerator(seed: seed)
    var taken = 0
    for number in 0..<2_000 {
      let body = generator.page()
      if try agree(on: body, "DIALSH_SEED=\(seed), page \(number)") { taken += 1 }
    }
    #expect(taken > 800, "DIALSH_SEED=\(seed)")
  }

  @Test func brokenPagesAreTakenOrRefusedAsFoundationDoes() throws {
    let seed = SeededGenerator().seed
    var generator = PageGenerator(seed: seed)
    var taken = 0
    for number in 0..<6_000 {
      let body = generator.brokenPage()
      if try agree(on: body, "DIALSH_SEED=\(seed), broken page \(number)") { taken += 1 }
    }
    #expect(500..<4_000 ~= taken, "DIALSH_SEED=\(seed)")
  }

  @Test(arguments: [#"{"data":[],}"#, #"{"data":[{},]}"#, #"{"data":[{"a":1,}]}"#])
  func aCommaBeforeAClosingBracketIsRefusedThoughFoundationTakesIt(_ body: String) throws {
    #expect(throws: PageFault.self) { try PageBody(scanning: Array(body.utf8)) }
    #expect(foundationPage(Array(body.utf8)) != nil)
  }

  @Test func numbersOfAnySizeAreKeptThoughFoundationRefusesThem() throws {
    let body = Array(#"{"data":[{"a":-1e400}]}"#.utf8)
    let page = try PageBody(scanning: body)
    #expect(page[0].value(at: FieldPath("a")) == .number(Bytes("-1e400")))
    #expect(throws: (any Error).self) { try JSONSerialization.jsonObject(with: Data(body)) }
  }

  @Test func onlyUTF8IsReadThoughFoundationGuessesOthers() throws {
    let body: [UInt8] = #"{"data":[]}"#.utf8.flatMap { [$0, 0] }
    #expect(throws: PageFault(.unexpectedByte(0), at: 1)) { try PageBody(scanning: body) }
    #expect(foundationPage(body) != nil)
  }

  /// Tells whether both took the page; fails where they don't agree.
  private func agree(on body: [UInt8], _ comment: String) throws -> Bool {
    let shown = Comment(rawValue: "\(comment): \(String(decoding: body, as: UTF8.self))")
    guard let expected = expectation(for: body) else { return false }
    let page: PageBody
    do {
      page = try PageBody(scanning: body)
    } catch {
      #expect(!expected.isPage, "refused (\(error)) \(shown)")
      return false
    }
    guard page.repairedTexts == 0 else {
      #expect(!expected.isPage, "repaired, \(shown)")
      return false
    }
    try #require(expected.isPage, "taken, \(shown)")
    #expect(page.nextPageURL.map { Array($0.utf8) } == expected.next.map { Array($0.utf8) }, shown)
    try #require(page.count == expected.items.count, shown)
    for (index, item) in expected.items.enumerated() { try expect(page[index], holds: item, shown) }
    return true
  }

  private func expect(_ record: Record, holds item: [String: Any], _ comment: Comment) throws {
    #expect(Set(record.fieldNames) == Set(item.keys), comment)
    #expect(
      try canonical(record.json.map { try parsed($0) } ?? NSNull()) == canonical(item), comment)
    for (key, value) in item {
      let path = FieldPath([key])
      var reader = FieldReader(path)
      let found = record.value(at: path)
      #expect(reader.value(in: record) == found, comment)
      #expect(try canonical(reading(found)) == canonical(value), comment)
      for (inner, value) in value as? [String: Any] ?? [:] {
        let found = record.value(at: FieldPath([key, inner]))
        #expect(try canonical(reading(found)) == canonical(value), comment)
      }
    }
  }

  /// What Foundation would read where the scanner says `value`, through the JSON writer.
  private func reading(_ value: Value) throws -> Any {
    var json: [UInt8] = []
    json.appendJSON(value)
    return try parsed(Bytes(json))
  }

  /// Foundation drops a byte order mark that a text begins with, unless it is escaped.
  private func parsed(_ json: Bytes) throws -> Any {
    var escaped = ""
    for scalar in json.string.unicodeScalars {
      if scalar == "\u{FEFF}" {
        escaped += "\\ufeff"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return try JSONSerialization.jsonObject(with: Data(escaped.utf8), options: .fragmentsAllowed)
  }

  /// The same bytes for the same value only.
  private func canonical(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }
}

/// What a page should be found to be.
private struct ExpectedPage {
  var isPage = false
  var next: String?
  var items: [[String: Any]] = []
}

/// What Foundation makes of `body`; `nil` where it has no say.
private func expectation(for body: [UInt8]) -> ExpectedPage? {
  if body.prefix(4).contains(0) || body.starts(with: [0xff]) || hasCommaBeforeBracket(body) {
    return ExpectedPage()
  }
  do {
    _ = try JSONSerialization.jsonObject(with: Data(body))
  } catch {
    return "\(error)".contains("not representable") ? nil : ExpectedPage()
  }
  return foundationPage(body) ?? ExpectedPage()
}

private func foundationPage(_ body: [UInt8]) -> ExpectedPage? {
  guard let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
    let data = object["data"] as? [Any]
  else { return nil }
  let items = data.compactMap { $0 as? [String: Any] }
  let next = object["next_page_url"] ?? NSNull()
  guard items.count == data.count, next is String || next is NSNull else { return nil }
  return ExpectedPage(isPage: true, next: next as? String, items: items)
}

/// Whether a comma outside of texts stands before a closing bracket.
private func hasCommaBeforeBracket(_ body: [UInt8]) -> Bool {
  var isInText = false
  var isEscaped = false
  var isAfterComma = false
  for byte in body {
    if isInText {
      if !isEscaped, byte == UInt8(ascii: "\"") { isInText = false }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      continue
    }
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if isAfterComma { return true }
    case 0x20, 0x09, 0x0a, 0x0d: continue
    default: isInText = byte == UInt8(ascii: "\"")
    }
    isAfterComma = byte == UInt8(ascii: ",")
  }
  return false
}
