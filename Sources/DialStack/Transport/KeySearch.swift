/// Finds a key in a text, however the text spells it.
///
/// What shows of the key is a run of 12 characters of its secret part, with what stands around
/// it of the key; one character may be missing on either side. White space between them is
/// passed over; runs that are percent-encoded, escaped as in JSON, or base64 are found.
struct KeySearch: Sendable {
  private static let run = 12
  /// A secret shorter than this is looked for together with what precedes it.
  private static let shortestSecret = 8
  /// Fewer characters behind one that is missing are chance, or no more than a message shows.
  private static let shortestRest = 4

  private let key: [UInt8]
  /// Where in the key a run of its secret part begins.
  private let runs: [ArraySlice<UInt8>: Int]
  /// The first two characters of runs, as bits: few places of a text need a look at more.
  private let beginnings: [UInt64]
  /// The first four characters of runs, the first one highest.
  private let firstFours: Set<UInt32>
  /// No shorter text shows the key.
  let length: Int

  init(_ key: APIKey) {
    let text = Array(key.text.utf8)
    let secret = key.secret.utf8.count
    let first = secret >= Self.shortestSecret ? text.count - secret : 0
    let length = min(Self.run, text.count - first)
    let starts = first...text.count - length
    runs = Dictionary(starts.map { (text[$0..<$0 + length], $0) }) { first, _ in first }
    var beginnings = [UInt64](repeating: 0, count: 1024)
    for start in starts {
      let pair = Self.pair(text[start], start + 1 < text.count ? text[start + 1] : 0)
      beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    self.beginnings = beginnings
    firstFours = Set(starts.map { text[$0...].prefix(4).reduce(0) { $0 << 8 | UInt32($1) } })
    self.key = text
    self.length = length
  }

  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  /// Whether a run may begin with the value at `place`.
  private func mayBegin(at place: Int, of values: [UInt8]) -> Bool {
    length == 1 || isBeginning(values[place], values[place + 1])
  }

  /// Whether `text` may show the key: a look that costs little and lets most texts pass.
  ///
  /// It knows plain ASCII without white space, which a path and a query are; anything else may.
  func mayShow(in text: String) -> Bool {
    guard text.utf8.count >= length else { return false }
    guard length >= 4 else { return true }
    // The last four bytes, and the bits that the last digits of base64 stand for.
    var bytes: UInt32 = 0
    var bits: UInt64 = 0
    for byte in text.utf8 {
      guard byte > 0x20, byte < 0x7f, byte != .backslash, byte != UInt8(ascii: "%") else {
        return true
      }
      bytes = bytes << 8 | UInt32(byte)
      bits = bits << 6 | UInt64(SpelledText.sextet(byte) ?? 0)
      // A byte ends 0, 2 or 4 bits before the end of a digit.
      if isBeginning(bytes) || isBeginning(UInt32(truncatingIfNeeded: bits))
        || isBeginning(UInt32(truncatingIfNeeded: bits >> 2))
        || isBeginning(UInt32(truncatingIfNeeded: bits >> 4))
      {
        return true
      }
    }
    return false
  }

  /// Whether a run begins with these four characters, the first one highest.
  private func isBeginning(_ four: UInt32) -> Bool {
    isBeginning(UInt8(four >> 24), UInt8(truncatingIfNeeded: four >> 16))
      && firstFours.contains(four)
  }

  /// Whether a run may begin with these two characters.
  private func isBeginning(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Self.pair(first, second)
    return beginnings[pair >> 6] & 1 << UInt64(pair & 63) != 0
  }

  /// Where `text` shows the key, as far as characters fit the key, in order and apart.
  func places(in text: [Unicode.Scalar]) -> [Range<Int>] {
    guard text.count >= length else { return [] }
    let plain = SpelledText(text)
    let spellings = [plain, plain.unescaped].compactMap(\.self).flatMap {
      [$0] + $0.base64Decoded(least: length)
    }
    let places = spellings.flatMap(places(in:)).sorted { $0.lowerBound < $1.lowerBound }
    return places.reduce(into: []) { merged, place in
      if let last = merged.last, place.lowerBound < last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        merged.append(place)
      }
    }
  }

  private func places(in spelling: SpelledText) -> [Range<Int>] {
    let values = spelling.values
    var places: [Range<Int>] = []
    var (next, free) = (0, 0)
    while next + length <= values.count {
      guard mayBegin(at: next, of: values), let start = runs[values[next..<next + length]] else {
        next += 1
        continue
      }
      let end = next + length
      let lower = next - fit(values[free..<next].reversed(), key[..<start].reversed())
      let upper = end + fit(values[end...], key[(start + length)...])
      places.append(
        spelling.sources[lower].lowerBound..<spelling.sources[upper - 1].upperBound)
      (next, free) = (upper, upper)
    }
    return places
  }

  /// How far `text` goes on as the key does, which may lack one character.
  private func fit(_ text: some Collection<UInt8>, _ key: some Collection<UInt8>) -> Int {
    func common(_ text: some Collection<UInt8>, _ key: some Collection<UInt8>) -> Int {
      zip(text, key).prefix { $0 == $1 }.count
    }
    let whole = common(text, key)
    let rest = common(text.dropFirst(whole), key.dropFirst(whole + 1))
    return rest < Self.shortestRest ? whole : whole + rest
  }
}

/// What a text says in one of its spellings, and which of its scalars say it.
private struct SpelledText {
  /// What stands for a scalar that no key has.
  private static let other: UInt8 = 0xff

  /// ASCII without white space, and ``other``.
  private(set) var values: [UInt8] = []
  /// For each of the values, where it comes from.
  private(set) var sources: [Range<Int>] = []

  init() {}

  /// The text as it stands.
  init(_ text: [Unicode.Scalar]) {
    values.reserveCapacity(text.count)
    sources.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let scalar = text[place]
      let hidden = Self.controlSequence(at: place, of: text)
      if hidden == 0, Self.isSeen(scalar) {
        add(scalar.isASCII ? UInt8(scalar.value) : Self.other, place..<place + 1)
      }
      place += max(hidden, 1)
    }
  }

  /// How long a control sequence of terminals is that begins at `place`, `ESC [ 0 m`; 0 for none.
  private static func controlSequence(at place: Int, of text: [Unicode.Scalar]) -> Int {
    guard text[place].value == 0x1b, place + 1 < text.count, text[place + 1] == "[" else {
      return 0
    }
    let parameters = text[(place + 2)...].prefix { (0x20...0x3f).contains($0.value) }
    let end = parameters.endIndex
    return (end < text.count && (0x40...0x7e).contains(text[end].value) ? end + 1 : end) - place
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 || !scalar.properties.isWhitespace }
    return !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
  }

  private mutating func add(_ value: UInt8, _ source: Range<Int>) {
    values.append(value)
    sources.append(source)
  }

  /// The same with `%41`, `\u0041`, `\n` and their like undone; `nil` where there are none.
  var unescaped: SpelledText? {
    guard values.contains(where: { $0 == UInt8(ascii: "%") || $0 == .backslash }) else {
      return nil
    }
    var text = SpelledText()
    var next = 0
    while next < values.count {
      let (value, length) = escape(at: next) ?? (values[next], 1)
      let isSeen = value > 0x20
      if isSeen {
        text.add(value, sources[next].lowerBound..<sources[next + length - 1].upperBound)
      }
      next += length
    }
    return text
  }

  private func escape(at start: Int) -> (UInt8, length: Int)? {
    if values[start] == UInt8(ascii: "%") { return hexadecimal(start + 1, digits: 2, from: start) }
    guard values[start] == .backslash, start + 1 < values.count else { return nil }
    switch values[start + 1] {
    case UInt8(ascii: "u"): return hexadecimal(start + 2, digits: 4, from: start)
    case UInt8(ascii: "x"): return hexadecimal(start + 2, digits: 2, from: start)
    case let letter: return JSONToken.character(ofEscape: letter).map { ($0, 2) }
    }
  }

  private func hexadecimal(_ place: Int, digits: Int, from start: Int) -> (UInt8, length: Int)? {
    guard place + digits <= values.count else { return nil }
    var number: UInt16 = 0
    for digit in values[place..<place + digits] {
      guard let digit = digit.hexDigit else { return nil }
      number = number << 4 | digit
    }
    return (UInt8(exactly: number) ?? Self.other, place + digits - start)
  }

  /// What base64 in the text stands for, wherever its groups of four begin: four readings.
  ///
  /// - Parameter least: no run that stands for fewer bytes matters.
  func base64Decoded(least: Int) -> [SpelledText] {
    let runs = values.indices.split(whereSeparator: { Self.sextet(values[$0]) == nil })
      .filter { $0.count * 6 >= least * 8 }
    guard !runs.isEmpty else { return [] }
    return (0..<4).map { shift in
      var text = SpelledText()
      for run in runs {
        let digits = run.dropFirst(shift)
        for bit in stride(from: 0, through: digits.count * 6 - 8, by: 8) {
          let first = digits.startIndex + bit / 6
          let pair =
            UInt16(Self.sextet(values[first]) ?? 0) << 6
            | UInt16(Self.sextet(values[first + 1]) ?? 0)
          // A byte begins 0, 2 or 4 bits into the first of the two digits that hold it.
          let byte = UInt8(truncatingIfNeeded: pair >> (4 - UInt16(bit % 6)))
          text.add(byte, sources[first].lowerBound..<sources[first + 1].upperBound)
        }
        text.add(Self.other, sources[run.startIndex])
      }
      return text
    }
  }

  /// What a digit of base64 stands for, in either of its alphabets (RFC 4648).
  static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
