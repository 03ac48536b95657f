extension PageFault: CustomStringConvertible {
  /// The reason and the place: `a number is spelled wrongly (item 3, byte 1204)`.
  package var description: String {
    let place = item.map { "item \($0), byte \(offset)" } ?? "byte \(offset)"
    return "\(reason.sentence) (\(place))"
  }
}

extension PageFault.Reason {
  var sentence: String {
    switch self {
    case .tooLarge: "the body is larger than \(PageBody.largestBody / 1_048_576) MiB"
    case .unexpectedEnd: "the JSON ends too early"
    case .unexpectedByte(let byte): "\(Self.name(of: byte)) is not JSON here"
    case .controlCharacter(let byte): "\(Self.name(of: byte)) must not stand in a text"
    case .badEscape: "unknown escape in a text"
    case .loneSurrogate: "half of a surrogate pair in a text"
    case .badNumber: "a number is spelled wrongly"
    case .invalidUTF8: "not UTF-8"
    case .tooDeep: "nested more than \(PageBody.deepestNesting) deep"
    case .trailingBytes: "more bytes follow the JSON"
    case .notAnObject: "not a JSON object"
    case .noData: "the page has no `data`"
    case .dataNotAList: "`data` is not a list"
    case .itemNotAnObject: "the item is not an object"
    case .badNextPageURL: "`next_page_url` is neither a text nor null"
    }
  }

  private static func name(of byte: UInt8) -> String {
    guard (0x21...0x7e).contains(byte) else {
      return "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "`\(Unicode.Scalar(byte))`"
  }
}
