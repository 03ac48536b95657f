package import DialStack

/// One of several parts of the accounts, such that each account is in just one of them, whoever
/// else there is: nothing is kept or asked for to know it.
///
/// An account belongs to the part `CRC-32(id) mod count + 1`, by the CRC-32 of ISO 3309 (zlib's and
/// gzip's) over the bytes of the id: that of `acct_01h2xcejqtf2nbrexx3vqjhp41` is 792558047, so it is in
/// part 3/3 and in part 8/10; that of `acct_1` is 3127814401, so it is in part 2/3 and in part 2/10.
package struct Shard: Sendable, Hashable {
  /// Which part it is, from 1.
  package let number: Int
  /// How many parts there are.
  package let count: Int

  /// `nil` where there is no such part.
  package init?(_ number: Int, of count: Int) {
    guard 1...1_000_000 ~= count, 1...count ~= number else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether an account is in this part.
  package func contains(_ account: Account.ID) -> Bool {
    Int(Self.checksum(account.rawValue.utf8)) % count == number - 1
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var checksum: UInt32 = ~0
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 {
        checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
    return ~checksum
  }
}
