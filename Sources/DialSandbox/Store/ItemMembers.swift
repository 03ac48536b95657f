#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The members of one JSON object without white space, as slices of its bytes.
///
/// Reads what the sandbox itself wrote; anything else ends the walk with `isWhole`
/// false, never with a trap.
struct ItemMembers: IteratorProtocol, Sequence {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var isFirst = true
  /// Whether the walk has reached the closing brace, and nothing follows it.
  private(set) var isWhole = false

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    if !skip(UInt8(ascii: "{")) { position = bytes.endIndex }
  }

  /// The key and the value as they are spelled, quotes included.
  mutating func next() -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    if skip(UInt8(ascii: "}")) {
      isWhole = position == bytes.endIndex
      position = bytes.endIndex
      return nil
    }
    guard isFirst || skip(UInt8(ascii: ",")), let key = string(), skip(UInt8(ascii: ":")),
      let value = value()
    else {
      position = bytes.endIndex
      return nil
    }
    isFirst = false
    return (key, value)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func string() -> ArraySlice<UInt8>? {
    let start = position
    guard skip(UInt8(ascii: "\"")) else { return nil }
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return bytes[start..<position]
      case UInt8(ascii: "\\"): position = Swift.min(position + 2, bytes.endIndex)
      default: position += 1
      }
    }
    return nil
  }

  private mutating func value() -> ArraySlice<UInt8>? {
    let start = position
    var depth = 0
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard string() != nil else { return nil }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return position > start ? bytes[start..<position] : nil }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return position > start ? bytes[start..<position] : nil }
      default: break
      }
      position += 1
    }
    return nil
  }
}

/// The value of the member `name`, as it is spelled; `nil` where there is none.
func member(_ name: String, of item: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  ItemMembers(item).first { $0.key.dropFirst().dropLast().elementsEqual(name.utf8) }?.value
}

/// The text that a JSON string spells; empty for what is none.
func unquoted(_ json: ArraySlice<UInt8>) -> String {
  (try? JSONDecoder().decode(String.self, from: Data(json))) ?? ""
}

/// `text` as a JSON string, quotes included.
func quoted(_ text: String) -> [UInt8] {
  var json = JSONText()
  json.text(text)
  return json.bytes
}
