/// Why a body is no page of a list, and where it goes wrong.
package struct PageFault: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// More than ``PageBody/largestBody`` bytes.
    case tooLarge
    /// The body ends inside a value.
    case unexpectedEnd
    /// A byte that JSON doesn't allow at this place.
    case unexpectedByte(UInt8)
    /// A byte below 0x20 in a text.
    case controlCharacter(UInt8)
    /// A `\` with something unknown behind it.
    case badEscape
    /// Half of a surrogate pair, `\ud800` say, which stands for no character.
    case loneSurrogate
    case badNumber
    case invalidUTF8
    /// More than ``PageBody/deepestNesting`` objects and lists in each other.
    case tooDeep
    /// Something behind the end of the page.
    case trailingBytes
    /// JSON, but not an object.
    case notAnObject
    /// An object without `data`.
    case noData
    /// `data` is not a list.
    case dataNotAList
    case itemNotAnObject
    /// `next_page_url` is neither a text nor null.
    case badNextPageURL
  }

  package let reason: Reason
  /// Where in the body, in bytes from 0.
  package let offset: Int
  /// In which item of `data`, counted from 1; `nil` outside of the items.
  package let item: Int?

  package init(_ reason: Reason, at offset: Int, item: Int? = nil) {
    self.reason = reason
    self.offset = offset
    self.item = item
  }

  func inItem(_ item: Int) -> PageFault {
    PageFault(reason, at: offset, item: item)
  }
}
