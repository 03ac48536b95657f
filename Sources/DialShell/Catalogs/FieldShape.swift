import DialRows
import DialStack

/// The kind of a field with what belongs to it: choices, items, keys of objects.
struct FieldShape {
  let kind: FieldKind
  private(set) var choices: [Choice] = []
  private(set) var items: FieldKind?
  private(set) var fields: [Field] = []

  /// Reads what a table says over what is known of the field.
  init(
    _ name: LocatedText, _ table: inout TableReader, over known: Field?, in reader: FieldsReader
  ) {
    let findings = table.findings
    let given = table.meaning("kind", of: FieldKind.allCases.map { ($0.rawValue, $0) })
    let choices = table.choices("choices")
    let items = table.meaning(
      "items",
      of: FieldKind.allCases.filter { $0 != .choice && $0 != .list }.map { ($0.rawValue, $0) })
    let inner = table.elements("field")
    let guess: FieldKind? =
      if choices != nil { .choice } else if items != nil { .list } else if !inner.isEmpty {
        .object
      } else { nil }
    kind = given ?? known?.kind ?? guess ?? Self.usualKind(of: name.text)

    if kind == .choice {
      self.choices = known?.kind == .choice ? known?.knownValues ?? [] : []
      for choice in choices ?? [] { add(choice) }
      if self.choices.isEmpty {
        findings.complain(
          table.place(of: "kind"), "a choice has `choices`, the values that are known")
      }
    } else if choices != nil {
      findings.complain(table.place(of: "choices"), "only a choice has `choices`")
    }
    if kind == .list {
      self.items = items ?? known?.items ?? (inner.isEmpty ? nil : .object)
    } else if items != nil {
      findings.complain(table.place(of: "items"), "only a list has `items`")
    }
    if kind == .object || self.items == .object {
      fields = reader.fields(inner, over: known?.fields ?? [], isTop: false)
    } else if !inner.isEmpty {
      findings.complain(
        table.place(of: "field"), "only an object, or a list of objects, has fields")
    }
  }

  /// Adds a value, or what a known one means.
  private mutating func add(_ choice: Choice) {
    guard let index = choices.firstIndex(where: { $0.value == choice.value }) else {
      choices.append(choice)
      return
    }
    if choice.meaning != nil { choices[index] = choice }
  }

  /// The kind that most keys of this name have.
  private static func usualKind(of name: String) -> FieldKind {
    if name == "id" || name.hasSuffix("_id") { return .id }
    return name.hasSuffix("_at") ? .time : .text
  }

  /// Whether a value of the kind may be written so.
  func mayHave(example: String) -> Bool {
    switch kind {
    case .text, .id, .phone, .choice: !example.isEmpty
    case .time: Timestamp(Bytes(example)) != nil
    case .boolean: example == "true" || example == "false"
    // No one counts further.
    case .integer, .seconds: Int(example).map { $0.magnitude < 1_000_000_000_000 } ?? false
    case .decimal: if case .number? = Value(json: Array(example.utf8)) { true } else { false }
    case .object: if case .object? = Value(json: Array(example.utf8)) { true } else { false }
    case .list: if case .list? = Value(json: Array(example.utf8)) { true } else { false }
    }
  }

  /// A value for `describe`, where nobody gives one.
  func example(of name: String, prefix: String?) -> String {
    switch kind {
    case .text: "text"
    case .id: "\(prefix ?? (name.hasSuffix("_id") ? String(name.dropLast(3)) : name))_01h2"
    case .phone: "+14155550100"
    case .choice: choices.first?.value ?? ""
    case .time: "2026-01-15T10:00:00Z"
    case .boolean: "true"
    case .integer: "10"
    case .seconds: "60"
    case .decimal: "1.50"
    case .object: "{}"
    case .list: "[]"
    }
  }
}
