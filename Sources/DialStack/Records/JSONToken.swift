/// A value or a key in the bytes of a page: what it is and where, in eight bytes.
struct JSONToken: Sendable {
  enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, text, escapedText, object, list

    /// The last four letters of a literal, the first one lowest.
    @inline(__always)
    var lastFourLetters: UInt32 {
      switch self {
      case .null: 0x6c6c_756e
      case .true: 0x6575_7274
      case .false: 0x6573_6c61
      case .number, .text, .escapedText, .object, .list: 0
      }
    }
  }

  // Offsets up to 64 MiB take 27 bits each, the kind the bits above them.
  private let bits: UInt64

  /// A token from `start` up to but not `end`; a text without its quotes.
  @inline(__always)
  init(_ kind: Kind, from start: Int, to end: Int) {
    bits =
      UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: end) &<< 27
      | UInt64(kind.rawValue) &<< 54
  }

  @inline(__always)
  var start: Int { Int(truncatingIfNeeded: bits & 0x7ff_ffff) }

  @inline(__always)
  var end: Int { Int(truncatingIfNeeded: (bits &>> 27) & 0x7ff_ffff) }

  @inline(__always)
  var kind: Kind {
    guard let kind = Kind(rawValue: UInt8(truncatingIfNeeded: bits &>> 54)) else {
      preconditionFailure("a token is made of a kind")
    }
    return kind
  }

  /// Whether it is a text, which stands between quotes.
  var isText: Bool { kind == .text || kind == .escapedText }

  /// The value in `storage` that the token stands for.
  func value(in storage: [UInt8]) -> Value { value(in: Bytes(storage)) }

  /// The value in `json` that the token stands for.
  func value(in json: Bytes) -> Value {
    switch kind {
    case .null: .null
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .number: .number(json.slice(start, end))
    case .text: .text(json.slice(start, end))
    case .escapedText: .text(Bytes(json.withSpan { decodedText(in: $0.bytes) }))
    case .object: .object(json.slice(start, end))
    case .list: .list(json.slice(start, end))
    }
  }

  /// Whether the token is a text that says `text`, however it is escaped.
  func isText(_ text: Bytes, in bytes: RawSpan) -> Bool {
    text.withSpan { text in
      switch kind {
      case .text:
        return end - start == text.count
          && bytes.extracting(start..<end).isEqual(to: text.bytes)
      case .escapedText: return decodedText(in: bytes).span.bytes.isEqual(to: text.bytes)
      case .null, .true, .false, .number, .object, .list: return false
      }
    }
  }
}

extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var backslash: UInt8 { UInt8(ascii: "\\") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var colon: UInt8 { UInt8(ascii: ":") }
  static var openBrace: UInt8 { UInt8(ascii: "{") }
  static var closeBrace: UInt8 { UInt8(ascii: "}") }
  static var openBracket: UInt8 { UInt8(ascii: "[") }
  static var closeBracket: UInt8 { UInt8(ascii: "]") }
}
