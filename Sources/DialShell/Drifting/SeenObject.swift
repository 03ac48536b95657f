import DialRows
import DialStack

/// What was seen of the keys of objects: of rows, or of what is inside of them.
///
/// It grows with what is different, not with the rows.
struct SeenObject: Sendable {
  /// The most keys that the catalog doesn't know.
  private static let mostUnknown = 200

  /// How many objects there were.
  private(set) var count = 0
  /// The names of the keys as they came.
  private(set) var names: [String] = []
  private(set) var keys: [String: SeenKey] = [:]
  private var unknown = 0

  /// Takes note of an object whose keys the catalog describes by `fields`.
  mutating func note(_ object: Value, knowing fields: [Field]) {
    count += 1
    let members = object.members
    var values: [String: Value] = [:]
    // A deprecated key counts where the other one isn't there.
    for (name, value) in members {
      guard let field = fields.first(where: { $0.alias == name }) else { continue }
      values[field.name] = value
    }
    let aliases = Set(fields.compactMap(\.alias))
    for (name, value) in members where !aliases.contains(name) { values[name] = value }
    for name in values.keys.sorted(by: order(of: members)) {
      guard let value = values[name] else { continue }
      note(value, called: name, field: fields.first { $0.name == name })
    }
  }

  /// The keys in the order of the object.
  private func order(of members: [(name: String, value: Value)]) -> (String, String) -> Bool {
    let places = Dictionary(
      members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return { left, right in
      (places[left] ?? .max, left) < (places[right] ?? .max, right)
    }
  }

  private mutating func note(_ value: Value, called name: String, field: Field?) {
    if keys[name] == nil {
      if field == nil {
        unknown += 1
        guard unknown <= Self.mostUnknown else { return }
      }
      names.append(name)
    }
    keys[name, default: SeenKey()].note(value, of: field, called: name)
  }
}

/// What was seen of one key.
struct SeenKey: Sendable {
  /// The most values that are told apart.
  private static let mostValues = 50

  /// How many objects had the key, and how many of them with null.
  private(set) var count = 0
  private(set) var nulls = 0
  private(set) var kinds: [FieldKind: Int] = [:]
  /// The kinds of what was in a list.
  private(set) var itemKinds: [FieldKind: Int] = [:]
  /// The keys of objects, also of those in a list.
  private(set) var inner = SeenObject()
  /// The first value that is fit to be shown.
  private(set) var example: Value?
  /// Whether a value looked like a secret.
  private(set) var isSecret = false
  /// How often each text came, in the order in which they came first.
  private(set) var values: [(text: String, count: Int)] = []
  /// Whether there were texts that no list of choices should hold.
  private(set) var hasOtherValues = false

  mutating func note(_ value: Value, of field: Field?, called name: String) {
    count += 1
    guard let kind = FieldKind(of: value, in: field) else {
      nulls += 1
      return
    }
    kinds[kind, default: 0] += 1
    if SecretLook.isSecret(value, called: name) {
      isSecret = true
    } else if example == nil {
      example = value.detached
    }
    switch value {
    case .text(let text): if field?.kind == .choice { note(choice: text.string) }
    case .object: if let field, !field.fields.isEmpty { inner.note(value, knowing: field.fields) }
    case .list: note(items: value.items, of: field)
    case .null, .boolean, .number: break
    }
  }

  private mutating func note(items: [Value], of field: Field?) {
    for item in items {
      guard let kind = FieldKind(of: item, in: nil) else { continue }
      itemKinds[kind, default: 0] += 1
      if case .object = item, let field, !field.fields.isEmpty {
        inner.note(item, knowing: field.fields)
      }
    }
  }

  private mutating func note(choice text: String) {
    // Where there is no choice, some servers say so by an empty text.
    guard !text.isEmpty else { return }
    if let index = values.firstIndex(where: { $0.text == text }) {
      values[index].count += 1
      return
    }
    guard values.count < Self.mostValues, text.isShowable, text.utf8.count <= 64,
      !SecretLook.isSecret(.text(text), called: "")
    else {
      hasOtherValues = true
      return
    }
    values.append((text, 1))
  }
}

extension FieldKind {
  /// The kind that a value shows by itself; `nil` for null.
  ///
  /// - Parameter field: what the catalog says of it: times are read there as tables read them.
  init?(of value: Value, in field: Field?) {
    switch value {
    case .null: return nil
    case .boolean: self = .boolean
    case .number(let bytes): self = Int(bytes.string) == nil ? .decimal : .integer
    case .object: self = .object
    case .list: self = .list
    case .text(let bytes):
      let text = bytes.string
      if RFC3339.moment(bytes, .strict) != nil || field?.kind == .time && Timestamp(bytes) != nil {
        self = .time
      } else if text.isPhone {
        self = .phone
      } else {
        self = text.isLongID ? .id : .text
      }
    }
  }

  /// The kind that takes all values of these kinds; `nil` where there is none.
  init?(taking kinds: some Collection<FieldKind>) {
    guard let first = kinds.first else { return nil }
    if kinds.allSatisfy({ $0 == first }) {
      self = first
    } else if kinds.allSatisfy(\.isNumber) {
      self = .decimal
    } else if kinds.allSatisfy(\.isText) {
      self = .text
    } else {
      return nil
    }
  }

  /// Whether JSON has a text for it.
  private var isText: Bool {
    switch self {
    case .text, .id, .phone, .choice, .time: true
    case .boolean, .integer, .seconds, .decimal, .object, .list: false
    }
  }

  /// Whether a field of this kind may have a value that shows `seen`.
  func mayHave(_ seen: FieldKind) -> Bool {
    switch self {
    case .text, .id, .phone, .choice: seen.isText
    case .integer, .seconds: seen == .integer
    case .decimal: seen.isNumber
    case .time, .boolean, .object, .list: seen == self
    }
  }
}

extension String {
  /// Whether the text is a phone number as the API writes them: `+14155550100`.
  fileprivate var isPhone: Bool {
    first == "+" && (8...15).contains(utf8.count - 1)
      && utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether the text is an id as the API makes them: `did_`, and 26 small letters and digits.
  var isLongID: Bool {
    guard let last = lastIndex(of: "_"), last != startIndex else { return false }
    let random = self[last...].dropFirst()
    return random.utf8.count == 26
      && utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      && random.contains(where: \.isNumber)
  }
}
