import DialLanguage
import DialPipeline

/// The words that no list can be called.
struct ReservedWords {
  private static let ofConditions = [
    "all", "and", "as", "asc", "between", "by", "desc", "errors", "false", "in", "is", "it", "like",
    "none", "not", "null", "or", "true",
  ]

  private let words: Set<String>

  init(of vocabulary: Vocabulary) {
    let names = vocabulary.signatures.map(\.name) + vocabulary.statements.flatMap(\.spellings)
    words = Set((names + Self.ofConditions).map { $0.lowercased() })
  }

  /// Why a list can't be called `name`; `nil` where it can.
  func flaw(ofList name: String) -> String? {
    guard name.isListName else {
      return "a list is called by small letters, digits and `_`, a letter first, as `voice_bots`"
    }
    return words.contains(name) ? "`\(name)` is a word of the language already" : nil
  }
}

extension String {
  /// The most bytes of a name.
  private static let longestName = 64

  /// Whether a list may be called so, or ids begin so.
  var isListName: Bool {
    guard let first = utf8.first, (0x61...0x7A).contains(first), utf8.last != UInt8(ascii: "_")
    else { return false }
    return utf8.count <= Self.longestName
      && utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigitOrUnderscore }
  }

  /// Whether the language can name a key of this name.
  var isFieldName: Bool {
    guard let first = utf8.first, first.isLetter || first == UInt8(ascii: "_") else { return false }
    return utf8.count <= Self.longestName
      && utf8.allSatisfy { $0.isLetter || $0.isDigitOrUnderscore || $0 == UInt8(ascii: "-") }
  }

  /// Whether a query may have a parameter of this name besides those of paging.
  var isParameterName: Bool {
    guard self != "limit", self != "page", !isEmpty, utf8.count <= Self.longestName else {
      return false
    }
    return utf8.allSatisfy { $0.isLetter || $0.isDigitOrUnderscore || "-.[]".utf8.contains($0) }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  fileprivate var isDigitOrUnderscore: Bool {
    (0x30...0x39).contains(self) || self == UInt8(ascii: "_")
  }
}
