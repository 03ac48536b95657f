import DialStack
import TerminalText

/// Takes the keys of one table of a catalog file; what nobody has taken is refused at the end.
struct TableReader {
  /// Where the table stands.
  let range: Range<Int>
  let findings: Findings
  private let entries: [TOML.Entry]
  /// The keys that a table may have.
  private var known: [String] = []

  init(_ entries: [TOML.Entry], at range: Range<Int>, _ findings: Findings) {
    self.entries = entries
    self.range = range
    self.findings = findings
  }

  /// `nil` for what is no table, which is refused.
  init?(_ element: TOML.Element, _ key: String, _ findings: Findings) {
    guard case .table(let entries) = element.value else {
      findings.complain(element.range, "`\(key)` takes tables: [[\(key)]], or { … }")
      return nil
    }
    self.init(entries, at: element.range, findings)
  }

  private mutating func entry(_ key: String) -> TOML.Entry? {
    known.append(key)
    return entries.first { $0.key == key }
  }

  /// Where a key stands; the table where it doesn't.
  func place(of key: String) -> Range<Int> {
    entries.first { $0.key == key }?.range ?? range
  }

  mutating func text(_ key: String) -> LocatedText? {
    guard let entry = entry(key) else { return nil }
    return text(of: entry.element, key)
  }

  /// The text of a key that must be there.
  mutating func required(_ key: String) -> LocatedText? {
    let text = text(key)
    if text == nil, !entries.contains(where: { $0.key == key }) {
      findings.complain(range, "`\(key)` is missing")
    }
    return text
  }

  private func text(of element: TOML.Element, _ key: String) -> LocatedText? {
    guard case .text(let text) = element.value else {
      findings.complain(element.range, "`\(key)` takes a text in quotes")
      return nil
    }
    guard text.isShowable else {
      findings.complain(element.range, "a text here has no characters that don't show")
      return nil
    }
    return LocatedText(text: text, range: element.range)
  }

  /// The texts of a list, each once; `nil` where the key isn't there.
  mutating func texts(_ key: String) -> [LocatedText]? {
    guard let entry = entry(key) else { return nil }
    guard case .list(let elements) = entry.value else {
      findings.complain(entry.element.range, "`\(key)` takes a list of texts: [\"…\", \"…\"]")
      return nil
    }
    var seen: Set<String> = []
    return elements.compactMap { element in
      guard let text = text(of: element, key) else { return nil }
      guard seen.insert(text.text).inserted else {
        findings.complain(text.range, "`\(text.text)` is there twice")
        return nil
      }
      return text
    }
  }

  /// Values of a choice: texts, or tables with `value` and `meaning`; `nil` where the key isn't there.
  mutating func choices(_ key: String) -> [Choice]? {
    guard let entry = entry(key) else { return nil }
    guard case .list(let elements) = entry.value else {
      findings.complain(entry.element.range, "`\(key)` takes a list of texts: [\"…\", \"…\"]")
      return nil
    }
    var seen: Set<String> = []
    return elements.compactMap { element in
      guard let (value, meaning) = choice(of: element, key) else { return nil }
      guard seen.insert(value.text).inserted else {
        findings.complain(value.range, "`\(value.text)` is there twice")
        return nil
      }
      return Choice(value.text, meaning)
    }
  }

  private func choice(of element: TOML.Element, _ key: String)
    -> (value: LocatedText, meaning: String?)?
  {
    guard case .table = element.value else { return text(of: element, key).map { ($0, nil) } }
    guard var table = TableReader(element, key, findings) else { return nil }
    let value = table.required("value")
    let meaning = table.text("meaning")?.text
    table.refuseOthers()
    return value.map { ($0, meaning) }
  }

  /// The texts of a list, or one text; `nil` where the key isn't there.
  mutating func textOrTexts(_ key: String) -> [LocatedText]? {
    if case .text? = entries.first(where: { $0.key == key })?.value {
      return text(key).map { [$0] }
    }
    return texts(key)
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let entry = entry(key) else { return nil }
    guard case .boolean(let flag) = entry.value else {
      findings.complain(entry.element.range, "`\(key)` takes true or false")
      return nil
    }
    return flag
  }

  mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let entry = entry(key) else { return nil }
    guard case .integer(let number) = entry.value, range.contains(number) else {
      findings.complain(
        entry.element.range,
        "`\(key)` takes a whole number, \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// What a word stands for.
  mutating func meaning<Meaning>(_ key: String, of words: [(word: String, meaning: Meaning)])
    -> Meaning?
  {
    guard let text = text(key) else { return nil }
    guard let known = words.first(where: { $0.word == text.text }) else {
      let names = words.map(\.word)
      findings.complain(
        text.range,
        "`\(key)` has no `\(text.text)`\(didYouMean(text.text, in: names)) "
          + "(\(names.joined(separator: ", ")))")
      return nil
    }
    return known.meaning
  }

  /// What stands in a list of tables, or of texts that stand for tables; none where the key isn't
  /// there.
  mutating func elements(_ key: String) -> [TOML.Element] {
    guard let entry = entry(key) else { return [] }
    guard case .list(let elements) = entry.value else {
      findings.complain(entry.range, "`\(key)` takes a list: [[\(key)]], or \(key) = [{ … }]")
      return []
    }
    return elements
  }

  /// Refuses the keys that nobody has taken.
  func refuseOthers() {
    for entry in entries where !known.contains(entry.key) {
      findings.complain(
        entry.range,
        "unknown key `\(entry.key)`\(didYouMean(entry.key, in: known)) "
          + "(\(known.joined(separator: ", ")))")
    }
  }
}

extension StringProtocol {
  /// Whether the text shows as it is, on a terminal and elsewhere.
  var isShowable: Bool { visible == self }
}
