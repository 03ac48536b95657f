import DialStack

extension Recipe {
  /// Writes a value for `field` by its kind and presence alone.
  static func make(_ field: Field, in row: inout Row) -> Outcome {
    switch field.presence {
    case .always: break
    case .nullable:
      if row.random.happens(1, in: 4) { return null(in: &row) }
    case .optional:
      if row.random.happens(1, in: 6) { return .absent }
    case .sparse:
      if row.random.happens(1, in: 3) { return .absent }
      if row.random.happens(1, in: 3) { return null(in: &row) }
    }
    writeValue(of: field, in: &row)
    return .written
  }

  private static func null(in row: inout Row) -> Outcome {
    row.json.null()
    return .written
  }

  private static func writeValue(of field: Field, in row: inout Row) {
    switch field.kind {
    case .text: row.json.text(row.text(Texts.companies, oddEvery: 9))
    case .id:
      let prefix = field.example.split(separator: "_").dropLast().joined(separator: "_")
      row.json.text(row.random.identifier(prefix: prefix.isEmpty ? "id" : prefix))
    case .phone: row.json.text(PhoneBook.number(&row.random))
    case .choice: row.json.text(row.random.pick(field.choices))
    case .time:
      row.json.text(row.key.createdAt.advanced(byDays: row.random.next(in: 0..<60)).text)
    case .boolean: row.json.boolean(row.random.happens(1, in: 2))
    case .integer: row.json.integer(Int(field.example) ?? row.random.next(in: 0..<100))
    case .decimal: row.json.raw(field.example.utf8)
    case .object: writeObject(of: field.fields, in: &row)
    case .list: row.json.raw("[]")
    }
  }

  private static func writeObject(of fields: [Field], in row: inout Row) {
    row.json.raw("{")
    for field in fields {
      write(field, in: &row) { make(field, in: &$0) }
    }
    row.json.raw("}")
  }

  /// Writes a key and what `maker` makes of it; under the alias too, if there is one.
  static func write(_ field: Field, in row: inout Row, by maker: (inout Row) -> Outcome) {
    let start = row.json.mark
    row.json.key(field.name)
    let valueStart = row.json.mark
    switch maker(&row) {
    case .absent: row.json.rewind(to: start)
    case .written:
      guard let alias = field.alias else { return }
      let value = row.json.bytes[valueStart...]
      row.json.key(alias)
      row.json.raw(value)
    }
  }
}

/// Phone numbers of several countries.
enum PhoneBook {
  private static let areaCodes = [201, 212, 312, 415, 503, 512, 617, 646, 702, 818]
  private static let odd = ["+18005550199", "+390612345678", "+61291234567", "+4930123"]

  /// A number in E.164, four of five in North America.
  static func number(_ random: inout SplitMix64) -> String {
    let area = random.pick(areaCodes)
    let line = random.next(in: 0..<10_000_000)
    switch random.next(in: 0..<50) {
    case 0..<42: return "+1\(area)\(2_000_000 + line % 8_000_000)"
    case 42..<46: return "+4420\(70_000_000 + line)"
    case 46..<49: return "+4930\(10_000_000 + line)"
    default: return random.pick(odd)
    }
  }
}
