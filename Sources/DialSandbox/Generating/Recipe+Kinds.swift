import DialStack

extension Recipe {
  /// A maker that goes by the kind and the presence of `field` alone.
  static func maker(byKindOf field: Field) -> Maker {
    let value = valueMaker(of: field)
    return switch field.presence {
    case .always: value
    case .inPath, .inQuery: { _ in .absent }
    case .nullable: { $0.random.happens(1, in: 4) ? null(in: &$0) : value(&$0) }
    case .optional: { $0.random.happens(1, in: 6) ? .absent : value(&$0) }
    case .sparse:
      { row in
        if row.random.happens(1, in: 3) { return .absent }
        return row.random.happens(1, in: 3) ? null(in: &row) : value(&row)
      }
    }
  }

  /// Writes `null`.
  static func null(in row: inout Row) -> Outcome {
    row.json.null()
    return .written
  }

  private static func valueMaker(of field: Field) -> Maker {
    switch field.kind {
    case .text: return text { $0.text(Texts.companies, oddEvery: 9) }
    case .id: return id(of: field)
    case .phone: return text { PhoneBook.number(&$0.random) }
    case .choice:
      let choices = field.choices
      return text { $0.random.pick(choices) }
    case .time:
      return text { row in
        row.key.createdAt.advanced(byDays: row.random.next(in: 0..<60)).text
      }
    case .boolean: return literal { $0.random.happens(1, in: 2) ? "true" : "false" }
    case .integer, .seconds:
      let example = Int(field.example) ?? 50
      return literal { String($0.random.next(in: 0..<max(2, 2 * example))) }
    case .decimal:
      let example = field.example
      return literal { _ in example }
    case .object: return object(of: field.fields)
    case .list: return list(of: field)
    }
  }

  /// An id that leads to a row of the list that the field is related to, once there is the list.
  private static func id(of field: Field) -> Maker {
    let prefix = field.idPrefix
    return { row in
      let ids = row.ids(of: field.relation)
      if ids?.isEmpty == true {
        switch field.presence {
        case .nullable, .sparse: return null(in: &row)
        case .optional: return .absent
        // What must have an id has one that leads nowhere.
        case .always, .inPath, .inQuery: break
        }
      }
      let id =
        if let ids, !ids.isEmpty {
          row.random.pick(ids)
        } else {
          row.random.identifier(prefix: prefix)
        }
      row.json.text(id)
      return .written
    }
  }

  private static func literal(_ value: @escaping @Sendable (inout Row) -> String) -> Maker {
    { row in
      let literal = value(&row)
      row.json.raw(literal.utf8)
      return .written
    }
  }

  /// A list of up to three values of the kind that it holds; an empty one where that is not known.
  private static func list(of field: Field) -> Maker {
    guard let kind = field.items else { return literal { _ in "[]" } }
    let item = valueMaker(
      of: Field(
        field.name, kind, .always, field.summary, example: field.name, fields: field.fields))
    return { row in
      row.json.raw("[")
      for index in 0..<row.random.next(in: 0..<4) {
        if index > 0 { row.json.raw(",") }
        _ = item(&row)
      }
      row.json.raw("]")
      return .written
    }
  }

  private static func object(of fields: [Field]) -> Maker {
    let members = fields.map { MemberMaker($0, by: maker(byKindOf: $0)) }
    return { row in
      row.json.raw("{")
      for member in members { member.write(in: &row) }
      row.json.raw("}")
      return .written
    }
  }
}

extension Field {
  /// What ids of the field begin with, as the example does.
  var idPrefix: String {
    let prefix = example.split(separator: "_").dropLast().joined(separator: "_")
    return prefix.isEmpty ? "id" : prefix
  }
}

/// Writes one member of an object: the key and what a maker makes of it.
struct MemberMaker: Sendable {
  private let name: String
  /// The deprecated key under which the value is written again.
  private let alias: String?
  private let maker: Recipe.Maker
  /// The place of the API's step that brought the key.
  private let step: Int

  init(_ field: Field, by maker: @escaping Recipe.Maker) {
    name = field.name
    alias = field.alias
    step = field.since.place
    self.maker = maker
  }

  func write(in row: inout Row) {
    let start = row.json.mark
    let isOld = alias != nil && row.hasOldKeysOnly
    row.json.key(isOld ? alias ?? name : name)
    let valueStart = row.json.mark
    // Made all the same: what comes after it doesn't depend on the step.
    guard maker(&row) == .written, step <= row.step else {
      row.json.rewind(to: start)
      return
    }
    guard let alias, !isOld else { return }
    let value = Array(row.json.bytes[valueStart...])
    row.json.key(alias)
    row.json.raw(value)
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
