/// Makes gzip files (RFC 1952).
enum Gzip {
  /// What every file begins with.
  static let header: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]

  /// `bytes`, fewer than 64 KiB, in a file whose one block is not compressed.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let length = UInt16(bytes.count)
    return header + [1] + little(UInt32(length), 2)
      + little(UInt32(~length), 2) + bytes + little(checksum(bytes), 4)
      + little(UInt32(length), 4)
  }

  /// The beginning of a file of zeros, `count` of them, in a thousandth of the size.
  ///
  /// Deflate with its fixed code: one zero, then copies of 258 bytes, 13 bits each. Eight of
  /// them fill 13 bytes, which repeat from the third byte on.
  static func bomb(atLeast count: Int) -> [UInt8] {
    var bits: [Bool] = [true, true, false] + code(0b0011_0000, 8)
    for _ in 0..<16 { bits += code(0b1100_0101, 8) + code(0, 5) }
    let bytes = stride(from: 0, to: 15 * 8, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 | (bits[start + $1] ? 1 << $1 : 0) }
    }
    let repeats = repeatElement(bytes[2...], count: count / (258 * 8) + 2)
    return header + bytes[..<2] + Array(repeats.joined())
  }

  /// The bits of a Huffman code, the highest first.
  private static func code(_ value: Int, _ length: Int) -> [Bool] {
    (0..<length).reversed().map { value >> $0 & 1 == 1 }
  }

  private static func little(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder = UInt32.max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = (remainder >> 1) ^ (remainder & 1 == 1 ? 0xedb8_8320 : 0)
      }
    }
    return ~remainder
  }
}
