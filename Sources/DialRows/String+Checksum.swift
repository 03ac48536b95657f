extension String {
  /// A checksum that is the same in every process: FNV-1a of 64 bits, in hexadecimal digits.
  package var checksum: String {
    let checksum = utf8.reduce(into: UInt64(14_695_981_039_346_656_037)) { sum, byte in
      sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211
    }
    return String(checksum, radix: 16)
  }
}
