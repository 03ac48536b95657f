import DialRows
import DialStack

extension ColumnType {
  /// What stands in place of a cell, so that it is of the type; `nil` where it is as it stands.
  @inline(__always)
  func spelled(_ cell: RawCell, from bytes: RawSpan, misfits: inout Int) -> [UInt8]? {
    takes(cell, from: bytes) ? nil : respelled(cell, from: bytes, misfits: &misfits)
  }

  @inline(never)
  private func respelled(_ cell: RawCell, from bytes: RawSpan, misfits: inout Int) -> [UInt8] {
    var json: [UInt8] = []
    if !append(cell.value(in: bytes), to: &json) { misfits += 1 }
    return json
  }

  /// Whether a cell is of the type as it stands.
  @inline(__always)
  private func takes(_ cell: RawCell, from bytes: RawSpan) -> Bool {
    switch (self, cell.kind) {
    case (_, .null), (.text, .text), (.any, .text), (.boolean, .true), (.boolean, .false): true
    case (.time, .text): Self.isPlainTime(bytes.extracting(cell.start..<cell.end))
    case (.integer, .number): Self.isPlainInteger(bytes.extracting(cell.start..<cell.end))
    default: false
    }
  }

  /// Whether it is a time such as `2026-02-03T17:20:11Z`, to the second.
  private static func isPlainTime(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount == 20, bytes.byte(at: 19) == UInt8(ascii: "Z"),
      bytes.byte(at: 10) == UInt8(ascii: "T"), bytes.byte(at: 17) < UInt8(ascii: "6"),
      let moment = RFC3339.moment(bytes, .strict)
    else { return false }
    return moment.seconds >= firstSecond
  }

  /// Whether it is all digits, and as few as fit whatever they are.
  private static func isPlainInteger(_ bytes: RawSpan) -> Bool {
    guard bytes.byteCount <= 18 else { return false }
    for offset in 0..<bytes.byteCount where bytes.byte(at: offset) &- 0x30 > 9 { return false }
    return true
  }

  /// The first second of the year 1, before which engines have no times.
  private static let firstSecond = -62_135_596_800

  /// Appends a value as the type has it.
  ///
  /// - Returns: whether all of it was of the type; null stands for what was not.
  func append(_ value: Value, to json: inout [UInt8]) -> Bool {
    switch (self, value) {
    case (_, .null): json.appendJSON(.null)
    case (.text, .text(let text)), (.any, .text(let text)): json.appendJSONString(text)
    case (.boolean, .boolean): json.appendJSON(value)
    case (.time, .text(let text)): return Self.append(Self.time(text), to: &json)
    case (.integer, .number(let number)): return Self.append(Self.integer(number), to: &json)
    case (.decimal, .number), (.object, .object), (.list, .list), (.any, _):
      json.appendJSONString(Bytes(value.json))
    case (.listOf(let type), .list): return type.append(value.items, to: &json)
    case (.objectOf(let members), .object): return Self.append(members, of: value, to: &json)
    default:
      json.appendJSON(.null)
      return false
    }
    return true
  }

  /// Appends a value, or null where there is none.
  private static func append(_ value: Value?, to json: inout [UInt8]) -> Bool {
    json.appendJSON(value ?? .null)
    return value != nil
  }

  private static func time(_ text: Bytes) -> Value? {
    RFC3339.moment(text, .strict).flatMap { RFC3339.text(seconds: $0, nanoseconds: $1) }
      .map { .text($0) }
  }

  /// The number if it is whole; `5.0` is.
  private static func integer(_ number: Bytes) -> Value? {
    let parts = number.string.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]), parts.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } })
    else { return nil }
    return .integer(whole)
  }

  private func append(_ items: [Value], to json: inout [UInt8]) -> Bool {
    var areOfType = true
    json.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { json.append(.comma) }
      if !append(item, to: &json) { areOfType = false }
    }
    json.append(UInt8(ascii: "]"))
    return areOfType
  }

  private static func append(_ members: [Member], of object: Value, to json: inout [UInt8]) -> Bool
  {
    var areOfType = true
    json.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { json.append(.comma) }
      json.appendJSONString(Bytes(member.name))
      json.append(UInt8(ascii: ":"))
      if !member.type.append(object.value(at: member.path), to: &json) { areOfType = false }
    }
    json.append(UInt8(ascii: "}"))
    return areOfType
  }
}
