import DialStack

extension FaultDraw {
  private static let itemKinds: Set<Fault.Kind> = [
    .nullOptionals, .unknownEnum, .unknownKeys, .fractionalTimes, .malformedItem, .loneSurrogate,
  ]

  /// Changes the items of `page` as the faults have it.
  func distortItems(of page: inout ServedPage) {
    guard kinds.contains(where: Self.itemKinds.contains), !page.items.isEmpty else { return }
    var items = page.separateItems.map { distorted($0, of: page.resource)[...] }
    if strikes(.malformedItem) {
      items[items.count / 2] = Array(turn(of: Self.malformedItems).utf8)[...]
    }
    page.items = Array(items.joined(separator: [UInt8(ascii: ",")]))[...]
  }

  /// One item, changed as the faults have it.
  func distorted(_ item: ArraySlice<UInt8>, of resource: Resource) -> [UInt8] {
    guard kinds.contains(where: Self.itemKinds.contains) else { return Array(item) }
    var json = JSONText()
    json.object { json in
      for (position, member) in JSONMembers(item).enumerated() {
        let name = String(decoding: member.key.dropFirst().dropLast(), as: UTF8.self)
        let field = resource.fields.first { $0.name == name || $0.alias == name }
        json.separate()
        json.raw(member.key)
        json.raw(":")
        json.raw(value(member.value, of: field, at: position))
      }
      if strikes(.unknownKeys) { json.raw(Self.unknownKeys.utf8) }
    }
    return json.bytes
  }

  private static let unknownKeys =
    #","x_unknown":{"nested":[1,2.5e3,{"deep":null}]},"x-list":[[]],"":"empty key""#

  private static let malformedItems = ["null", #""text""#, #"{"id":17}"#, #"{"id":"did_1","#]

  private func value(
    _ value: ArraySlice<UInt8>, of field: Field?, at position: Int
  ) -> ArraySlice<UInt8> {
    guard let field else { return value }
    if strikes(.nullOptionals), field.presence != .always { return Array("null".utf8)[...] }
    guard value.first == UInt8(ascii: "\"") else { return value }
    if strikes(.unknownEnum), field.kind == .choice { return Array(#""surprise""#.utf8)[...] }
    if strikes(.loneSurrogate), field.kind == .text {
      return value.dropLast() + Array(#"\ud83d""#.utf8)
    }
    if strikes(.fractionalTimes), field.kind == .time {
      let endings = [".5Z", ".123456789Z", "+00:00", ".000001+00:00"]
      return value.prefix(20) + Array("\(endings[position % endings.count])\"".utf8)
    }
    return value
  }
}
