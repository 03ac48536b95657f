/// JSON whose texts were made Unicode: what no UTF-8 can spell became U+FFFD.
///
/// That is bytes that are not UTF-8, and halves of surrogate pairs as in `"\ud800"`.
struct TextRepair {
  private(set) var json: [UInt8] = []
  /// How many texts had to be changed.
  private(set) var count = 0

  /// Scans `body`, and where its texts are not Unicode, the repaired body instead.
  ///
  /// - Parameter scan: gets the body and how many of its texts were repaired.
  static func scan<Result>(
    _ body: [UInt8], _ scan: (_ body: [UInt8], _ repairedTexts: Int) throws(PageFault) -> Result
  ) throws(PageFault) -> Result {
    do {
      return try scan(body, 0)
    } catch {
      guard error.reason == .loneSurrogate || error.reason == .invalidUTF8 else { throw error }
      let repair = TextRepair(body)
      return try scan(repair.json, repair.count)
    }
  }

  /// Goes through the texts of `body`, whatever it is.
  ///
  /// - Complexity: O(n) in the bytes.
  init(_ body: [UInt8]) {
    json.reserveCapacity(body.count)
    var rest = body[...]
    while let byte = rest.popFirst() {
      json.append(byte)
      if byte == .quote, repairText(&rest) { count += 1 }
    }
  }

  /// Takes a text up to its closing quote; `true` if something in it was changed.
  private mutating func repairText(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var isChanged = false
    while let byte = rest.first, byte != .quote {
      if byte >= 0x80 {
        let run = rest.prefix { $0 >= 0x80 }
        rest = rest[run.endIndex...]
        let text = String(decoding: run, as: UTF8.self).utf8
        if !text.elementsEqual(run) { isChanged = true }
        json += text
      } else if byte == .backslash {
        if repairEscape(&rest) { isChanged = true }
      } else {
        json.append(byte)
        rest.removeFirst()
      }
    }
    if rest.popFirst() != nil { json.append(.quote) }
    return isChanged
  }

  /// Takes an escape, or the two of a surrogate pair; `true` if it became that of U+FFFD.
  private mutating func repairEscape(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let unit = Self.codeUnit(rest), UTF16.isSurrogate(unit) else {
      json += rest.prefix(2)
      rest = rest.dropFirst(2)
      return false
    }
    let isPair =
      UTF16.isLeadSurrogate(unit)
      && Self.codeUnit(rest.dropFirst(6)).map(UTF16.isTrailSurrogate) ?? false
    json += isPair ? rest.prefix(12) : Array(#"\ufffd"#.utf8)[...]
    rest = rest.dropFirst(isPair ? 12 : 6)
    return !isPair
  }

  /// The code unit of an escape as `\u00e9` at the beginning of `bytes`.
  private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count >= 6, bytes.starts(with: [.backslash, UInt8(ascii: "u")]) else { return nil }
    return bytes.dropFirst(2).prefix(4).reduce(0 as UInt16?) { unit, digit in
      guard let unit, let digit = digit.hexDigit else { return nil }
      return unit << 4 | digit
    }
  }
}
