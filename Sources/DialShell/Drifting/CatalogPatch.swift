import DialStack
import TerminalText

/// What a catalog file says so that differences are none any more.
struct CatalogPatch {
  private let drifts: [Drift]

  init(of drifts: [Drift]) {
    self.drifts = drifts.filter { !$0.differences.isEmpty }
  }

  var text: String {
    let head = """
      # What a server has and the catalog didn't know, written by `dialsh drift`.
      # `--catalog` and this file make it known.

      """
    return head + drifts.map { "\n" + ListPatch(of: $0).text }.joined()
  }
}

/// The part of a patch that is about one list.
private struct ListPatch {
  private let resource: Resource
  private var fields: [FieldPatch] = []
  private var order: ListOrder?
  /// What no file can say.
  private var remarks: [String] = []

  init(of drift: Drift) {
    resource = drift.resource
    for difference in drift.differences { take(difference) }
  }

  private mutating func take(_ difference: Drift.Difference) {
    if case .order = difference.fact {
      order = .asListed
      return
    }
    guard let change = FieldPatch.Change(of: difference.fact), mayChange(difference, change) else {
      remarks.append(
        "# \(difference.shownPath.visible): \(difference.phrase(shownValues: 0)); "
          + "the catalog can't say that")
      return
    }
    FieldPatch.put(change, at: difference.path[...], into: &fields)
  }

  /// What tells rows apart is always there, and holds nothing else.
  private func mayChange(_ difference: Drift.Difference, _ change: FieldPatch.Change) -> Bool {
    guard difference.path == [resource.key] else { return true }
    switch change {
    case .presence: return false
    case .kind(let kind): return kind.tellsApart
    case .new, .items, .choices: return true
    }
  }

  var text: String {
    var lines = ["[[extend]]", "name = \(resource.name.quotedInTOML)"]
    if order != nil { lines.append("order = \"none\"") }
    lines = remarks + lines
    return lines.map { "\($0)\n" }.joined() + fields.map { $0.text(below: "extend") }.joined()
  }
}

/// What a patch says of one field.
private struct FieldPatch {
  enum Change {
    case new(FieldKind, isSecret: Bool, example: Value?)
    case kind(FieldKind)
    case items(FieldKind)
    case choices([String])
    case presence(Field.Presence)

    /// `nil` where no kind takes all that was seen.
    init?(of fact: Drift.Fact) {
      switch fact {
      case .unknownKey(let kinds, _, let example, let isSecret):
        // Null alone may be anything.
        guard let kind = kinds.isEmpty ? .text : FieldKind(taking: kinds) else { return nil }
        self = .new(kind, isSecret: isSecret, example: example)
      case .otherKind(_, let seen, _):
        guard let kind = FieldKind(taking: seen) else { return nil }
        self = .kind(kind)
      case .otherItems(_, let seen, _):
        guard let kind = FieldKind(taking: seen), kind != .list else { return nil }
        self = .items(kind)
      case .unknownValues(let values, _): self = .choices(values)
      case .unlistableValues: self = .kind(.text)
      case .missing(_, let presence), .null(_, let presence): self = .presence(presence)
      case .order: return nil
      }
    }
  }

  private let name: String
  private var changes: [Change] = []
  private var fields: [FieldPatch] = []

  private init(_ name: String) {
    self.name = name
  }

  static func put(_ change: Change, at path: ArraySlice<String>, into patches: inout [FieldPatch]) {
    guard let name = path.first else { return }
    let index = patches.firstIndex { $0.name == name } ?? patches.endIndex
    if index == patches.endIndex { patches.append(FieldPatch(name)) }
    if path.count == 1 {
      patches[index].changes.append(change)
    } else {
      put(change, at: path.dropFirst(), into: &patches[index].fields)
    }
  }

  func text(below header: String) -> String {
    let header = "\(header).field"
    let lines = ["", "[[\(header)]]", "name = \(name.quotedInTOML)"] + changes.flatMap { $0.lines }
    // Both facts about a presence say the same.
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }.map { "\($0)\n" }.joined()
      + fields.map { $0.text(below: header) }.joined()
  }
}

extension FieldPatch.Change {
  fileprivate var lines: [String] {
    switch self {
    case .new(let kind, let isSecret, let example):
      var lines = ["kind = \"\(kind.rawValue)\""]
      if isSecret { lines.append("secret = true") }
      if let example, let text = example.exampleText { lines.append("example = \(text)") }
      return lines
    case .kind(let kind): return ["kind = \"\(kind.rawValue)\""]
    case .items(let kind): return ["items = \"\(kind.rawValue)\""]
    case .choices(let values):
      return ["choices = [\(values.map(\.quotedInTOML).joined(separator: ", "))]"]
    case .presence(let presence): return ["presence = \"\(presence.word)\""]
    }
  }
}

extension Value {
  /// The value as an example, where it is fit for one.
  fileprivate var exampleText: String? {
    let text = string
    switch self {
    case .null, .object, .list, .number, .boolean: return nil
    case .text:
      guard !text.isEmpty, text.utf8.count <= 64, text.isShowable else { return nil }
      return text.quotedInTOML
    }
  }
}

extension String {
  /// The text as TOML has it in quotes.
  fileprivate var quotedInTOML: String {
    "\"\(replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
