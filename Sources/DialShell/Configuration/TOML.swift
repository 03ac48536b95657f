/// The part of TOML (https://toml.io) that the configuration is written in: tables, and keys
/// with texts, booleans and whole numbers.
///
///     default = "work"     # a comment
///
///     [profiles."my work"]
///     api_key_file = '/run/secrets/dialstack'
package struct TOML: Sendable, Hashable {
  /// The tables in the order of the text; the first has what precedes any header.
  package private(set) var tables: [Table]

  /// What stands below a header.
  package struct Table: Sendable, Hashable {
    /// The names in the header, none for the top.
    package let path: [String]
    package let place: Place
    package internal(set) var entries: [Entry]
  }

  /// A key with its value.
  package struct Entry: Sendable, Hashable {
    package let key: String
    package let value: Value
    package let place: Place
  }

  package enum Value: Sendable, Hashable {
    case text(String)
    case boolean(Bool)
    case integer(Int)
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
    /// Lower case, no final stop.
    package let message: String
  }

  /// Reads a whole text.
  ///
  /// - Throws: ``Fault`` at the first character that makes no sense.
  package init(_ text: String) throws(Fault) {
    var reader = TOMLReader(text)
    tables = [Table(path: [], place: reader.place, entries: [])]
    while try reader.skipToStatement() {
      let place = reader.place
      if let path = try reader.header() {
        guard !tables.contains(where: { $0.path == path }) else {
          throw Fault(place: place, message: "the table is there twice")
        }
        tables.append(Table(path: path, place: place, entries: []))
      } else {
        let entry = try reader.entry()
        guard !tables[tables.count - 1].entries.contains(where: { $0.key == entry.key }) else {
          throw Fault(place: place, message: "the key is there twice")
        }
        tables[tables.count - 1].entries.append(entry)
      }
      try reader.endStatement()
    }
  }
}
