/// Compact JSON in the making.
///
/// Strings are escaped as Go's encoder does: `&`, `<`, `>`, U+2028 and U+2029 too.
struct JSONText {
  private(set) var bytes: [UInt8] = []

  /// Where the text ends now, for ``rewind(to:)``.
  var mark: Int { bytes.count }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  mutating func rewind(to mark: Int) {
    bytes.removeLast(bytes.count - mark)
  }

  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func raw(_ slice: some Collection<UInt8>) {
    bytes.append(contentsOf: slice)
  }

  mutating func null() { raw("null") }

  mutating func boolean(_ value: Bool) { value ? raw("true") : raw("false") }

  mutating func integer(_ value: Int) { raw(String(value).utf8) }

  /// A comma where a member or an element stands before.
  mutating func separate() {
    if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// `,"name":`, the comma only where a member stands before.
  mutating func key(_ name: String) {
    separate()
    text(name)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func text(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 where !isPlain(byte) {
      escapeAll(of: value)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    bytes.append(contentsOf: value.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  /// An array of strings.
  mutating func list(_ values: [String]) {
    bytes.append(UInt8(ascii: "["))
    for value in values {
      separate()
      text(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// An object whose members `write` adds with ``key(_:)`` and a value each.
  mutating func object(_ write: (inout JSONText) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    write(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  /// Whether `byte` stands for itself without a look at its neighbours.
  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), 0..<0x20, 0x80...:
      false
    default: true
    }
  }

  private mutating func escapeAll(of value: String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      case "&", "<", ">", "\u{2028}", "\u{2029}", "\u{0}"..<" ": escapeByNumber(scalar)
      default: raw(String(scalar).utf8)
      }
    }
  }

  private mutating func escapeByNumber(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    raw("\\u")
    raw(repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    raw(digits.utf8)
  }
}
