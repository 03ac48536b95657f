import DialStack
import DialTestSupport

/// Makes pipelines over one resource that all make sense, from what the catalog says of it.
struct PipelineGenerator {
  let resource: Resource
  /// Conditions that name the parents of its lists, one for each list: `queue = "qu_1"`.
  let parents: [String]
  /// Values that rows have, by the field's name.
  let samples: [String: [String]]
  /// The fields whose ids `with` can follow.
  let followed: [String]
  /// Whether each pipeline works something out, follows ids, or holds rows against other rows.
  let derives: Bool
  var random: SeededGenerator

  /// `numbers where … | limit 3 | …`
  mutating func pipeline() -> String {
    var stages: [String] = []
    let parent = parents.isEmpty ? [] : [random.pick(parents)]
    let own = random.chance(80, of: 100) ? [condition(depth: 2)] : []
    if !(parent + own).isEmpty { stages.append("where \(shuffled(parent + own))") }
    let hasFigures = derives && random.chance(25, of: 100)
    for _ in 0..<number(in: 0...3) { stages.append(rowStage()) }
    if derives, !hasFigures { stages.insert(derivedStage(), at: number(in: 0...stages.count)) }
    stages.append(hasFigures ? figures() : lastStage())
    let isSugared = stages[0].hasPrefix("where") && random.chance(50, of: 100)
    return "\(resource.name)\(isSugared ? " " : " | ")" + stages.joined(separator: " | ")
  }

  private mutating func shuffled(_ conditions: [String]) -> String {
    conditions.shuffled(using: &random).joined(separator: " and ")
  }

  private mutating func rowStage() -> String {
    switch number(in: 0...6) {
    case 0: "limit \(number(in: 1...260))"
    case 1: "limit \(number(in: 1...20))"
    case 2: "skip \(number(in: 1...120))"
    case 3: "last \(number(in: 1...120))"
    case 4: "sort \(name())\(pick(["", " asc", " desc"])), \(name())\(pick(["", " desc"]))"
    case 5: "uniq \(name()), \(name())"
    default: "where \(condition(depth: 1))"
    }
  }

  private mutating func derivedStage() -> String {
    switch number(in: 0...3) {
    case 0 where !followed.isEmpty: return "with \(random.pick(followed))"
    case 1 where resource.parents.isEmpty:
      let inner = "\(resource.name) where \(condition(depth: 1)) | select \(resource.key)"
      return "where \(resource.key) \(pick(["in", "not in"])) (\(inner))"
    default: return "set made = \(calculation())"
    }
  }

  private mutating func calculation() -> String {
    let field = random.pick(fields { !$0.isNested })
    let name = ".\(field.name)"
    switch field.kind {
    case .integer, .seconds, .decimal:
      return pick(["\(name) * 1.5 - 2", "round(\(name) / 7, 3)", "(\(name) + 1) / \(name)"])
    case .time:
      return pick(["weekday(\(name))", "now - \(name)", "\(name) - \(name)", "day(\(name))"])
    case .boolean: return "if(\(name), 1, \(pick(["0", "null"])))"
    case .text, .id, .phone, .choice, .object, .list:
      return pick([
        "upper(\(name))", "len(\(name)) + 1", "coalesce(\(name), none)",
        "concat(\(name), \"-\", .\(resource.key))", "prefix(\(name), 3)",
      ])
    }
  }

  private mutating func figures() -> String {
    let numbers = fields(\.isNumber)
    let times = fields { $0 == .time }
    var figures = [
      "count", "share", "count(\(name())) as known", "distinct(\(name())) as different",
    ]
    if !numbers.isEmpty {
      let name = random.pick(numbers).name
      figures += ["sum", "avg", "min", "max", "median", "p95"].map { "\($0)(\(name)) as \($0)_of" }
    }
    if !times.isEmpty { figures.append("max(\(random.pick(times).name)) as latest") }
    let some = figures.shuffled(using: &random).prefix(number(in: 1...4)).joined(separator: ", ")
    let groups = pick(["", " by \(name())", " by \(name()) as a_group, \(name()) as another"])
    return "stats \(some)\(groups)"
  }

  private mutating func lastStage() -> String {
    let hasPhones = fields.contains { $0.kind == .phone }
    // Two columns of one name are refused.
    let (first, second) = (name(), resource.key)
    let columns = first == second ? second : "\(second), \(first)"
    switch number(in: 0...5) {
    case 0: return "count"
    case 1: return "count by \(name())"
    case 2: return "count by \(columns) | where count > 1 | sort count"
    case 3 where hasPhones:
      return "format | where \(test(of: fields { $0 != .phone })) | limit \(number(in: 1...150))"
    case 4:
      let field = likelyField(of: fields { !$0.isNested })
      let test = test(of: field, called: "other")
      return "select \(second) as key, \(field.name) as other | where \(test) | limit 7"
    default: return "select \(columns)"
    }
  }

  private mutating func condition(depth: Int) -> String {
    guard depth > 0, random.chance(60, of: 100) else { return test(of: fields { _ in true }) }
    switch number(in: 0...4) {
    case 0: return "not (\(condition(depth: depth - 1)))"
    case 1: return "(\(condition(depth: depth - 1)) or \(condition(depth: depth - 1)))"
    default: return "\(condition(depth: depth - 1)) and \(condition(depth: depth - 1))"
    }
  }

  /// One of `fields`, more often one that the API filters or lists by.
  private mutating func likelyField(of fields: [Field]) -> Field {
    let pushed = Set(
      resource.filters.map(\.field) + resource.searches.flatMap(\.fields)
        + [resource.order.field].compactMap(\.self))
    let likely = fields.filter { pushed.contains($0.name) }
    return random.pick(likely.isEmpty || random.chance(40, of: 100) ? fields : likely)
  }

  private mutating func test(of fields: [Field]) -> String {
    let field = likelyField(of: fields)
    if field.presence != .always, random.chance(15, of: 100) {
      return "\(field.name) \(pick(["=", "!="])) null"
    }
    return test(of: field, called: field.name)
  }

  private mutating func test(of field: Field, called name: String) -> String {
    switch field.kind {
    case .choice:
      let choices = field.choices + ["\"quarantined\""]
      return random.chance(70, of: 100)
        ? "\(name) \(pick(["=", "=", "=", "!="])) \(pick(choices))"
        : "\(name) \(pick(["in", "not in"])) (\(pick(choices)), \(pick(choices)))"
    case .boolean: return pick(["\(name)", "not \(name)", "\(name) = false", "\(name) != true"])
    case .phone:
      let whole = (samples[field.name] ?? []).filter { $0.hasPrefix("+") && $0.count > 9 }
      return whole.isEmpty || random.chance(60, of: 100)
        ? "\(name) in \(pick(["+1", "+1415", "+44", "+49301"]))"
        : "\(name) \(pick(["=", "=", "!="])) \(random.pick(whole))"
    case .time: return "\(name) \(pick(order)) \(time())"
    case .integer, .seconds, .decimal: return "\(name) \(pick(order)) \(number(like: field))"
    case .text, .id:
      let isExact = random.chance(40, of: 100)
      return isExact
        ? "\(name) \(pick(["=", "=", "!="])) \(sample(of: field))"
        : "\(name) \(pick(["~", "~", "!~"])) \(pick(["\"[A-C ]\"", "a", "er", "Cedar", "\"1$\""]))"
    case .object, .list: return "\(name) \(pick(["=", "!="])) null"
    }
  }

  private let order = [">=", ">=", ">", "<", "<=", "=", "!="]

  private mutating func time() -> String {
    let month = String(number(in: 101...112).description.suffix(2))
    let day = String(number(in: 101...128).description.suffix(2))
    let year = number(in: 2024...2026)
    return switch number(in: 0...5) {
    case 0: "\(year)-\(month)"
    case 1: "\(year)-\(month)-\(day)"
    case 2: "\(year)-\(month)-\(day)T12:30Z"
    case 3: "-\(number(in: 20...800))d"
    // A moment that a row has.
    case 4: sample(ofKind: .time) ?? "today"
    default: pick(["today", "now", "yesterday"])
    }
  }

  private mutating func number(like field: Field) -> String {
    let samples = samples[field.name] ?? []
    guard samples.isEmpty || random.chance(30, of: 100) else { return random.pick(samples) }
    return pick(["\(number(in: 0...200))", "0", "2.5"])
  }

  private mutating func sample(of field: Field) -> String {
    let samples = samples[field.name] ?? []
    return samples.isEmpty || random.chance(20, of: 100)
      ? "\"none\"" : random.pick(samples).quotedForTest
  }

  private mutating func sample(ofKind kind: FieldKind) -> String? {
    let values = resource.fields.filter { $0.kind == kind }.flatMap { samples[$0.name] ?? [] }
    return values.isEmpty ? nil : random.pick(values).quotedForTest
  }

  private var fields: [Field] { resource.itemFields }

  private func fields(_ isWanted: (FieldKind) -> Bool) -> [Field] {
    fields.filter { isWanted($0.kind) }
  }

  /// The name of a field, some of a field within an object.
  private mutating func name() -> String {
    var field = random.pick(fields)
    var name = field.name
    while field.kind == .object, !field.fields.isEmpty, random.chance(50, of: 100) {
      field = random.pick(field.fields)
      name += ".\(field.name)"
    }
    return name
  }

  private mutating func number(in range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func pick(_ words: [String]) -> String { random.pick(words) }
}

extension String {
  /// The text in single quotes, where it has none itself, else in double ones.
  fileprivate var quotedForTest: String { contains("'") ? "\"\(self)\"" : "'\(self)'" }
}
