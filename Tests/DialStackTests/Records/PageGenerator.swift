import DialTestSupport

/// Makes pages of every look that JSON allows, and breaks them.
struct PageGenerator {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A page that is valid JSON and an envelope.
  mutating func page() -> [UInt8] {
    let shapes = (0..<Int.random(in: 1...3, using: &random)).map { _ in keys() }
    var items: [String] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) { items.append(item(random.pick(shapes))) }
    var members = [member("data", "[" + space() + items.joined(separator: comma()) + space() + "]")]
    if random.chance(2, of: 3) {
      members.append(member("next_page_url", random.pick(Self.nextURLs)))
    }
    if random.chance(1, of: 3) { members.append(member(text(), value(depth: 3))) }
    if random.chance(1, of: 20) { members.append(member("data", "[{}]")) }
    members.shuffle(using: &random)
    let body =
      space() + "{" + space() + members.joined(separator: comma()) + space() + "}" + space()
    return Array(body.utf8)
  }

  /// A page with something wrong, most often.
  mutating func brokenPage() -> [UInt8] {
    var body = page()
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let place = Int.random(in: 0..<max(1, body.count), using: &random)
      guard place < body.count else { return body }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: body.remove(at: place)
      case 1: body.insert(random.pick(Self.strayBytes), at: place)
      case 2: body[place] = random.pick(Self.strayBytes)
      case 3: body.removeSubrange(place...)
      case 4:
        let end = min(body.count, place + Int.random(in: 1...12, using: &random))
        body.insert(
          contentsOf: body[place..<end], at: Int.random(in: 0..<body.count, using: &random))
      default:
        let other = page()
        body.replaceSubrange(place..., with: other[min(place, other.count)...])
      }
    }
    return body
  }

  private static let strayBytes: [UInt8] =
    Array(#"{}[]",:\0123456789.eE+-tfnu/ "#.utf8) + [
      0x00, 0x09, 0x0a, 0x1f, 0x7f, 0x80, 0xc3, 0xed, 0xff,
    ]

  private static let nextURLs = [
    "null", #""/v1/phone-numbers?page=abc""#, #""\/v1\/x?page=\u0061""#, "\"\"", "\"/é\"", "3",
    "{}",
  ]

  private mutating func keys() -> [String] {
    var keys: [String] = []
    for _ in 0..<Int.random(in: 0...8, using: &random) { keys.append(text()) }
    if random.chance(1, of: 4), let key = keys.first { keys.append(key) }
    return keys
  }

  private mutating func item(_ keys: [String]) -> String {
    if random.chance(1, of: 40) { return value(depth: 2) }
    let used = keys.filter { _ in random.chance(9, of: 10) }
    let members = used.map { member($0, value(depth: 3)) }
    return "{" + space() + members.joined(separator: comma()) + space() + "}"
  }

  private mutating func member(_ key: String, _ value: String) -> String {
    let key = key.hasPrefix("\"") ? key : "\"\(key)\""
    return key + space() + ":" + space() + value
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 8), using: &random) {
    case 0: return "null"
    case 1: return random.pick(["true", "false"])
    case 2, 3: return number()
    case 4...7: return text()
    case 8:
      let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth - 1) }
      return "[" + space() + values.joined(separator: comma()) + space() + "]"
    default:
      let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        member(text(), value(depth: depth - 1))
      }
      return "{" + space() + members.joined(separator: comma()) + space() + "}"
    }
  }

  private mutating func number() -> String {
    var number = random.chance(1, of: 3) ? "-" : ""
    let digits = random.pick([1, 2, 5, 17, 19, 20, 38, 60])
    number += random.pick([
      "0", "\(Int.random(in: 1...9, using: &random))" + run(ofDigits: digits - 1),
    ])
    if random.chance(1, of: 3) { number += "." + run(ofDigits: random.pick([1, 3, 20])) }
    if random.chance(1, of: 4) {
      number +=
        random.pick(["e", "E"]) + random.pick(["", "+", "-"])
        + random.pick(["0", "7", "07", "200"])
    }
    return number
  }

  private mutating func run(ofDigits count: Int) -> String {
    String((0..<count).map { _ in random.pick(Array("0123456789")) })
  }

  /// A text in quotes.
  private mutating func text() -> String {
    let length = random.pick([0, 1, 2, 3, 6, 7, 8, 9, 15, 16, 17, 40])
    return "\"" + (0..<length).map { _ in random.pick(Self.characters) }.joined() + "\""
  }

  // No letter here composes with another: Foundation would take two such keys for one.
  private static let characters =
    Array("abcdefghijklmnopqrstuvwxyzABC0123456789 _-+.:,{}[]/").map { String($0) } + [
      #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#, #"\u0041"#,
      #"\u001F"#, #"\u00e9"#, #"\uD83D\ude00"#, #"\uffff"#, "é", "€", "電", "😀", "\u{7f}",
      "\u{2028}",
    ]

  private mutating func space() -> String {
    random.chance(3, of: 4) ? "" : random.pick([" ", "\n", "\t", "\r\n", "  \n  "])
  }

  private mutating func comma() -> String { space() + "," + space() }
}
