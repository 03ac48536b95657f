extension PathTemplate {
  /// Why a text that somebody wrote is no path of a list.
  package enum Flaw: Error, Sendable, Hashable {
    case noSlash
    case emptySegment
    /// `.` or `..`, which lead elsewhere.
    case dots
    case character(Character)
    /// A segment with a brace that is no `{name}`.
    case brokenParameter(String)
    case repeatedParameter(String)
    case tooLong
  }

  /// The most bytes of a path.
  private static let longest = 500

  /// Takes a text that somebody wrote.
  ///
  /// Its segments have letters, digits, `-`, `_`, `.` and `~` alone, or are a `{name}`: whatever is
  /// filled in, it stays a path below the host that is asked.
  package init(checking text: String) throws(Flaw) {
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    guard text.hasPrefix("/") else { throw .noSlash }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    var parameters: Set<Substring> = []
    for part in parts {
      guard !part.isEmpty else { throw .emptySegment }
      guard part != ".", part != ".." else { throw .dots }
      if part.contains(where: { $0 == "{" || $0 == "}" }) {
        let name = part.dropFirst().dropLast()
        guard part.first == "{", part.last == "}", Self.isParameter(name) else {
          throw .brokenParameter(String(part))
        }
        guard parameters.insert(name).inserted else { throw .repeatedParameter(String(name)) }
      } else if let character = part.first(where: { !Self.isPlain($0) }) {
        throw .character(character)
      }
    }
    self.init(stringLiteral: text)
  }

  private static func isParameter(_ name: Substring) -> Bool {
    name.first?.isLetter == true
      && name.unicodeScalars.allSatisfy { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
      }
  }

  private static func isPlain(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }
}
