/// Phone numbers in the international format E.164: `+14155551234`.
public enum E164 {
  /// A number as people of North America read it: `+1 (415) 555-1234`.
  ///
  /// That goes for `+1` and exactly ten ASCII digits; anything else comes back as it is.
  public static func display(_ e164: String) -> String {
    var e164 = e164
    return e164.withUTF8 { bytes in
      isNorthAmerican(count: bytes.count) { bytes[$0] }
        ? String(decoding: spelled { bytes[$0] }, as: UTF8.self) : nil
    } ?? e164
  }

  /// The same for the bytes of a field.
  package static func display(_ e164: Bytes) -> Bytes {
    guard isNorthAmerican(count: e164.count, byte: { e164[$0] }) else { return e164 }
    return Bytes(spelled { e164[$0] })
  }

  private static func isNorthAmerican(count: Int, byte: (Int) -> UInt8) -> Bool {
    guard count == 12, byte(0) == UInt8(ascii: "+"), byte(1) == UInt8(ascii: "1") else {
      return false
    }
    for index in 2..<12 where !(48...57).contains(byte(index)) { return false }
    return true
  }

  /// Appends what ``display(_:)`` makes of a number of North America; `false` for anything else.
  package static func appendDisplay(of e164: RawSpan, to text: inout [UInt8]) -> Bool {
    guard isNorthAmerican(count: e164.byteCount, byte: { e164.byte(at: $0) }) else { return false }
    appendSpelled(to: &text) { e164.byte(at: $0) }
    return true
  }

  private static func spelled(byte: (Int) -> UInt8) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(17)
    appendSpelled(to: &text, byte: byte)
    return text
  }

  @inline(__always)
  private static func appendSpelled(to text: inout [UInt8], byte: (Int) -> UInt8) {
    text.append(addingCapacity: 17) { spelled in
      func append(_ marks: StaticString) {
        for index in 0..<marks.utf8CodeUnitCount { spelled.append(marks.utf8Start[index]) }
      }
      append("+1 (")
      for index in 2..<5 { spelled.append(byte(index)) }
      append(") ")
      for index in 5..<8 { spelled.append(byte(index)) }
      append("-")
      for index in 8..<12 { spelled.append(byte(index)) }
    }
  }
}
