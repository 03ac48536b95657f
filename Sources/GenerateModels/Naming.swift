import DialStack

/// How words of the API become names of Swift.
enum Naming {
  /// Words that are written in capitals, or otherwise than the API writes them.
  private static let words: [String: String] = [
    "ai": "AI", "btn": "BTN", "csr": "CSR", "dect": "DECT", "did": "DID", "dtmf": "DTMF",
    "e911": "Emergency", "faq": "FAQ", "foc": "FOC", "id": "ID", "ip": "IP", "ipei": "IPEI",
    "loa": "LOA", "mac": "MAC", "mos": "MOS", "pdf": "PDF", "pin": "PIN", "rtt": "RTT",
    "sku": "SKU", "sms": "SMS", "spid": "SPID", "tos": "Terms", "url": "URL",
  ]

  /// Names that Swift keeps for itself, and those that an optional value would misread.
  private static let reserved: Set<String> = [
    "default", "extension", "internal", "private", "public", "repeat", "self", "switch",
  ]

  /// A type's name: `queue member` and `queue_member` are `QueueMember`.
  static func type(_ text: String) -> String { parts(text).joined() }

  /// The type's name of one element of a list: `quality_metrics` is `QualityMetric`.
  static func element(_ text: String) -> String {
    type(text.hasSuffix("s") ? String(text.dropLast()) : text)
  }

  /// A property's or a case's name: `caller_id_name` is `callerIDName`.
  static func member(_ text: String) -> String {
    var parts = parts(text)
    // `.none` of an optional value is no value.
    if parts == ["None"] { parts = ["Nothing"] }
    let first = parts.removeFirst()
    let isAcronym = first.dropFirst().allSatisfy { $0.isUppercase || $0.isNumber }
    let head = isAcronym ? first.lowercased() : first.prefix(1).lowercased() + first.dropFirst()
    return ([head] + parts).joined()
  }

  /// The same where Swift may keep the name for itself.
  static func declared(_ member: String) -> String {
    reserved.contains(member) ? "`\(member)`" : member
  }

  private static func parts(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { word in
      let lower = word.lowercased()
      return words[lower] ?? lower.prefix(1).uppercased() + lower.dropFirst()
    }
  }
}

extension Catalog {
  /// The type of one row of `resource`: that of the first list with the same items.
  func modelName(of resource: Resource) -> String {
    let first =
      resource.paging == .object
      ? nil : lists.first { $0.itemFields == resource.itemFields }
    return (first ?? resource).modelName
  }
}

extension Resource {
  fileprivate var modelName: String {
    // The language's word is short.
    if name == "numbers" { return "PhoneNumber" }
    return Naming.type(paging == .object ? name : singular)
  }

  /// What one row is called where no list stands beside it.
  var item: String { name == "numbers" ? "phone number" : singular }

  /// The type of the list.
  var listName: String { name == "numbers" ? "PhoneNumbers" : Naming.type(name) }

  /// The constant of the catalog that it is.
  var constantName: String { Naming.member(name) }
}
