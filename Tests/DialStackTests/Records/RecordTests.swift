import DialStack
import Testing

@Suite struct RecordTests {
  private let body = #"""
    {"data":[{"id":"did_1","n":1.50,"t":true,"f":false,"z":null,"e":"a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é",
      "o":{"b": {"c":[1, 2]},"b":{"c":"last"}, "\u0064":4},"l":[ {} ],"\u006bey":"k"}]}
    """#

  @Test(arguments: [
    ("id", Value.text("did_1")), ("n", .number(Bytes("1.50"))), ("t", .boolean(true)),
    ("f", .boolean(false)),
    ("z", .null), ("absent", .null), ("e", .text("a\"\\/\u{8}\u{c}\n\r\té😀é")),
    ("o", .object(Bytes(#"{"b": {"c":[1, 2]},"b":{"c":"last"}, "\u0064":4}"#))),
    ("o.b.c", .text("last")),
    ("o.d", .integer(4)), ("o.x", .null), ("o.b.c.d", .null), ("id.x", .null),
    ("l", .list(Bytes("[ {} ]"))),
    ("l.0", .null), ("key", .text("k")), ("", .null), ("o.", .null),
  ])
  func aPathLeadsToItsValue(_ path: String, _ value: Value) throws {
    let record = try scan(body)[0]
    #expect(record.value(at: FieldPath(path)) == value)
    var reader = FieldReader(FieldPath(path))
    #expect(reader.value(in: record) == value)
    #expect(reader.value(in: record) == value)
    #expect(FieldPath(path).description == path)
  }

  @Test func theAliasStandsInOnlyWhereTheShortKeyIsAbsent() throws {
    let page = try scan(
      #"{"data":[{"loc_id":"b"},{"loc_id":"b","loc":"a"},{"loc":null,"loc_id":"b"},{}]}"#)
    let path = FieldPath("loc", alias: "loc_id")
    var reader = FieldReader(path)
    let expected: [Value] = [.text("b"), .text("a"), .null, .null]
    #expect((0..<4).map { page[$0].value(at: path) } == expected)
    #expect((0..<4).map { reader.value(in: page[$0]) } == expected)
    #expect(FieldPath(keys: ["loc"], alias: "loc_id") == path)
  }

  @Test func anAliasLeadsIntoItsObjectToo() throws {
    let record = try scan(#"{"data":[{"old":{"a":1}}]}"#)[0]
    #expect(record.value(at: FieldPath("new.a", alias: "old")) == .integer(1))
  }

  @Test func aReaderForgetsOnePageWhenItReadsAnother() throws {
    let first = try scan(#"{"data":[{"a":1,"b":2}]}"#)
    let second = try scan(#"{"data":[{"b":3,"a":4}]}"#)
    var reader = FieldReader(FieldPath("a"))
    let values = [first, second, first].map { reader.value(in: $0[0]) }
    #expect(values == [.integer(1), .integer(4), .integer(1)])
  }

  @Test func anItemKeepsItsJSONAndTheOrderOfItsKeys() throws {
    let page = try scan(#"{"data":[ { "b" : 1,"a":2 } ,{}]}"#)
    #expect(page[0].json == Bytes(#"{ "b" : 1,"a":2 }"#))
    #expect(page[0].fieldNames == ["b", "a"])
    #expect(page[0].cell(0) == .null)
    #expect(page[1].json == Bytes("{}"))
    #expect(page[1].fieldNames == [])
  }

  @Test func aComputedRowHasCellsOnly() {
    let record = Record(cells: [.text("active"), .integer(3)])
    var reader = FieldReader(FieldPath("a"))
    #expect([-1, 0, 1, 2].map { record.cell($0) } == [.null, .text("active"), .integer(3), .null])
    #expect(record.value(at: FieldPath("a")) == .null)
    #expect(reader.value(in: record) == .null)
    #expect(record.json == nil)
    #expect(record.fieldNames == [])
    #expect(record.account == nil)
    #expect(record.joined(0) == nil)
  }

  @Test func aRecordTakes16Bytes() {
    #expect(MemoryLayout<Record>.stride == 16)
    #expect(MemoryLayout<Record?>.stride == 16)
  }

  @Test func anExtendedRecordKeepsItsItem() throws {
    let item = try scan(#"{"data":[{},{"id":"did_1","n":1}]}"#)[1]
    let record = item.extended(by: [.text("a")]).joining(nil).extended(by: [.text("b")])
      .joining(Record(cells: [.text("c")]))
    var reader = FieldReader(FieldPath("id"))
    #expect(reader.value(in: record) == .text("did_1"))
    #expect(record.value(at: FieldPath("n")) == .integer(1))
    #expect(record.json == Bytes(#"{"id":"did_1","n":1}"#))
    #expect(record.fieldNames == ["id", "n"])
    #expect(record.shape == item.shape)
    #expect([-1, 0, 1, 2].map { record.cell($0) } == [.null, .text("a"), .text("b"), .null])
    #expect([-1, 0, 1, 2].map { record.joined($0)?.cell(0) } == [nil, nil, .text("c"), nil])
    // What it was made of has stayed as it was.
    #expect(item.cell(0) == .null)
    #expect(item.joined(1)?.cell(0) == nil)
  }

  @Test func aComputedRowCanBeExtendedToo() {
    let record = Record(cells: [.integer(1)]).extended(by: [.integer(2)])
      .joining(Record(cells: [.integer(3)]))
    #expect((0..<3).map { record.cell($0) } == [.integer(1), .integer(2), .null])
    #expect(record.joined(0)?.cell(0) == .integer(3))
    #expect(record.json == nil)
  }

  @Test func aRecordKnowsWhoseItIs() throws {
    let body = Array(#"{"data":[{"id":"did_1"}]}"#.utf8)
    let record = try PageBody(scanning: body, of: ListOwner("acct_1"))[0]
    #expect(record.account == "acct_1")
    #expect(record.extended(by: [.null]).account == "acct_1")
    #expect(try PageBody(scanning: body)[0].account == nil)
  }
}
