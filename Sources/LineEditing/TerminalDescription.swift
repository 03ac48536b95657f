#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system's database says of a kind of terminal, by the format of term(5).
package struct TerminalDescription {
  private let bytes: [UInt8]

  /// Looks for the description of `name`, as `TERM` holds one; `nil` if there is none.
  package init?(of name: String, environment: [String: String]) {
    guard let first = name.utf8.first, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    let letter = String(decoding: [first], as: UTF8.self)
    let folders = Self.folders(environment).flatMap {
      ["\($0)/\(letter)/\(name)", "\($0)/\(String(first, radix: 16))/\(name)"]
    }
    guard let bytes = folders.lazy.compactMap(Self.contents).first else { return nil }
    self.bytes = bytes
  }

  /// How many colours the terminal has; 0 if it has none.
  package var colors: Int {
    // Behind six numbers of the header: names, then flags of a byte each, on an even offset.
    let isLong = number(at: 0, bytes: 2) == 0x21E
    let start = 12 + number(at: 2, bytes: 2) + number(at: 4, bytes: 2)
    let index = 13
    guard number(at: 6, bytes: 2) > index else { return 0 }
    let size = isLong ? 4 : 2
    return max(0, number(at: start + start % 2 + index * size, bytes: size))
  }

  /// A signed number, its lowest byte first; -1 beyond the end.
  private func number(at offset: Int, bytes count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return -1 }
    let unsigned = (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    return unsigned >= 1 << (8 * count - 1) ? unsigned - 1 << (8 * count) : unsigned
  }

  private static func folders(_ environment: [String: String]) -> [String] {
    let home = environment["HOME"].map { ["\($0)/.terminfo"] } ?? []
    let given = environment["TERMINFO_DIRS"]?.split(separator: ":").map(String.init) ?? []
    return (environment["TERMINFO"].map { [$0] } ?? []) + home + given
      + ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // The format allows no more.
    let (bytes, code) = readSome(32_768, from: descriptor)
    return code == nil && bytes.count > 12 ? Array(bytes) : nil
  }
}
