/// The part of TOML (https://toml.io) that files of this program are written in: tables, lists of
/// tables, and keys with texts, booleans, whole numbers, lists and tables.
///
///     default = "work"     # a comment
///
///     [profiles."my work"]
///     api_key_file = '/run/secrets/dialstack'
///
///     [[resource]]
///     field = ["id", { name = "seconds", kind = "integer" }]
///
/// What it does not have: keys with dots, texts of several lines, fractions, and times.
package struct TOML: Sendable, Hashable {
  /// The tables in the order of the text; the first has what precedes any header.
  package private(set) var tables: [Table]
  private let text: String

  /// What stands below a header.
  package struct Table: Sendable, Hashable {
    /// The names in the header, none for the top.
    package let path: [String]
    /// Whether it is one of a list: `[[NAME]]`.
    package let isListItem: Bool
    /// The header, in bytes of UTF-8.
    package let range: Range<Int>
    package internal(set) var entries: [Entry]
  }

  /// A key with its value.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let element: Element
    /// The key, in bytes of UTF-8.
    package let range: Range<Int>

    package var value: Value { element.value }
  }

  /// A value and where it stands.
  package struct Element: Sendable, Hashable {
    package let value: Value
    /// In bytes of UTF-8; of a table with a header, that is the header.
    package let range: Range<Int>
  }

  package indirect enum Value: Sendable, Hashable {
    case text(String)
    case boolean(Bool)
    case integer(Int)
    case list([Element])
    case table([Entry])
  }

  /// A place in the text, both counted from 1.
  package struct Place: Sendable, Hashable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Why a text is not of this part of TOML, and where.
  package struct Fault: Error, Sendable, Hashable {
    package let place: Place
    /// The place in bytes of UTF-8.
    package let offset: Int
    /// Lower case, no final stop.
    package let message: String
  }

  /// Reads a whole text.
  ///
  /// - Throws: ``Fault`` at the first character that makes no sense.
  package init(_ text: String) throws(Fault) {
    self.text = text
    var reader = TOMLReader(text)
    tables = [Table(path: [], isListItem: false, range: 0..<0, entries: [])]
    var names = TableNames()
    var keys: Set<String> = []
    while try reader.skipToStatement() {
      let start = reader
      if let (path, isListItem) = try reader.header() {
        guard names.insert(path, isListItem: isListItem) else {
          throw start.fault("the table is there twice")
        }
        keys = []
        let range = start.offset..<reader.offset
        tables.append(Table(path: path, isListItem: isListItem, range: range, entries: []))
      } else {
        let entry = try reader.entry()
        guard keys.insert(entry.key).inserted else { throw start.fault("the key is there twice") }
        tables[tables.count - 1].entries.append(entry)
      }
      try reader.endStatement()
    }
  }

  /// The place of a byte.
  package func place(at offset: Int) -> Place {
    let before = Array(text.utf8.prefix(offset))
    let newline = UInt8(ascii: "\n")
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return Place(
      line: before.count { $0 == newline } + 1,
      column: String(decoding: before[start...], as: UTF8.self).count + 1)
  }
}

/// The names of tables that were there.
private struct TableNames {
  private var names: Set<[String]> = []
  /// How many tables each list has.
  private var counts: [[String]: Int] = [:]

  /// - Returns: `false` for a table that is there already and is none of a list.
  mutating func insert(_ path: [String], isListItem: Bool) -> Bool {
    if isListItem {
      counts[path, default: 0] += 1
      return true
    }
    var name: [String] = []
    for (index, key) in path.enumerated() {
      name.append(key)
      // What stands below one of a list may stand below the next one, too.
      if let count = counts[Array(path[...index])] { name.append("\(count)") }
    }
    return names.insert(name).inserted
  }
}
