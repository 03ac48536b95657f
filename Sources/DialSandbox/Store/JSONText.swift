import DialStack

/// Compact JSON in the making.
///
/// Strings are escaped as Go's encoder does.
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
    bytes.appendJSONString(value, escaping: .likeGo)
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
}

/// `text` as a JSON string, quotes included.
func quoted(_ text: String) -> [UInt8] {
  var json = JSONText()
  json.text(text)
  return json.bytes
}

/// The text that a JSON string spells; empty for what is none.
func unquoted(_ json: ArraySlice<UInt8>) -> String {
  guard case .text(let text) = Value(json: Array(json)) else { return "" }
  return text.string
}

/// The value of the member `name`, as it is spelled; `nil` where there is none.
func member(_ name: String, of item: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
  JSONMembers.value(of: Bytes(name), in: item)
}
