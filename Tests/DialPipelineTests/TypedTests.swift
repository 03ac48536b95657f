import DialExport
import DialPipeline
import DialRows
import DialStack
import Testing

/// What `export ndjson typed=yes` makes of values.
struct TypedTests {
  /// The lines of rows that have one value each, without their braces, and what is said of them.
  private func typed(_ field: Field, _ values: [String]) throws -> (
    values: [String], warnings: [String]
  ) {
    var resource = Resource.numbers
    resource.fields = [field]
    return try typed(
      [Column(field, path: field.name, of: resource)], values.map { "{\"\(field.name)\":\($0)}" })
  }

  private func typed(_ columns: [Column], _ items: [String]) throws -> (
    values: [String], warnings: [String]
  ) {
    let plan = try Planning.pipeline("numbers | export ndjson typed=yes")
    var format = try #require(plan.export.format as? any ByteFormat)
    var bytes: [UInt8] = []
    format.begin(columns, on: nil, into: &bytes)
    format.append(try TestBatches([items.joined(separator: ",")]).batches[0], into: &bytes)
    format.finish(into: &bytes)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let start = columns[0].name.count + 4
    return (lines.map { String($0.dropFirst(start).dropLast()) }, format.warnings)
  }

  @Test func secondsThatWereWorkedOutHaveFractions() {
    #expect(ColumnType(Column("x", .seconds, .cell(0))) == .decimal)
    #expect(ColumnType(Column(field(.seconds), path: "x", of: .numbers)) == .integer)
  }

  private func field(
    _ kind: FieldKind, items: FieldKind? = nil, _ fields: [Field] = []
  ) -> Field {
    Field("x", kind, .optional, "any", example: "", fields: fields, items: items)
  }

  @Test(arguments: [FieldKind.text, .id, .phone, .choice])
  func textsAreTexts(_ kind: FieldKind) throws {
    let (values, warnings) = try typed(
      field(kind), [#""+1""#, #""""#, #""a\n\u00e9\"""#, "null", "5", "true", "{}", "[]"])
    #expect(
      values == [#""+1""#, #""""#, #""a\n\#u{e9}\"""#, "null", "null", "null", "null", "null"])
    #expect(warnings == ["4 values of `x` should have been text; null stands for what is wrong"])
  }

  @Test func booleansAreTrueOrFalse() throws {
    let (values, warnings) = try typed(field(.boolean), ["true", "false", "null", #""true""#, "1"])
    #expect(values == ["true", "false", "null", "null", "null"])
    #expect(
      warnings == ["2 values of `x` should have been true or false; null stands for what is wrong"])
  }

  @Test(
    arguments: [
      ("2026-08-20T21:57:07Z", "2026-08-20T21:57:07Z"),
      ("2026-08-20T21:57:07.1Z", "2026-08-20T21:57:07.1Z"),
      ("2026-08-20T21:57:07.1234567Z", "2026-08-20T21:57:07.123456Z"),
      ("2026-08-20T21:57:07.0000009Z", "2026-08-20T21:57:07Z"),
      ("2026-08-20T21:57:07.999999999-05:30", "2026-08-21T03:27:07.999999Z"),
      ("2026-08-20t21:57:07z", "2026-08-20T21:57:07Z"),
      ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
      ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
      ("0001-01-01T00:00:00+01:00", nil), ("9999-12-31T23:59:59-01:00", nil),
      ("0000-01-01T00:00:00Z", nil), ("2026-02-29T00:00:00Z", nil),
      ("2026-08-20", nil), ("2026-08-20 21:57:07Z", nil), ("2026-08-20T21:57:07", nil), ("", nil),
    ] as [(String, String?)])
  func timesAreUTC(_ text: String, _ time: String?) throws {
    let (values, warnings) = try typed(field(.time), ["\"\(text)\""])
    #expect(values == [time.map { "\"\($0)\"" } ?? "null"])
    #expect(
      warnings
        == (time == nil
          ? ["1 value of `x` should have been a time; null stands for what is wrong"] : []))
  }

  @Test func integersAreWhole() throws {
    let (values, warnings) = try typed(
      field(.integer),
      [
        "0", "-0", "-7", "123456789012345678", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "5.0", "5.5", "1e3", #""5""#, "true",
      ])
    #expect(
      values == [
        "0", "0", "-7", "123456789012345678", "9223372036854775807", "-9223372036854775808",
        "null", "5", "null", "null", "null", "null",
      ])
    #expect(
      warnings == [
        "5 values of `x` should have been a whole number of 64 bits; null stands for what is wrong"
      ])
  }

  @Test func decimalsAreSpelled() throws {
    let (values, _) = try typed(field(.decimal), ["0.10", "1e400", "-5", #""5""#])
    #expect(values == [#""0.10""#, #""1e400""#, #""-5""#, "null"])
  }

  @Test func whatNobodyKnowsTheInsideOfIsSpelled() throws {
    let objects = try typed(field(.object), [#"{"a": [1]}"#, "{}", "[]", #""{}""#])
    #expect(objects.values == [#""{\"a\": [1]}""#, #""{}""#, "null", "null"])
    let lists = try typed(field(.list), [#"["a",{"b":2}]"#, "[]", "{}"])
    #expect(lists.values == [#""[\"a\",{\"b\":2}]""#, #""[]""#, "null"])
    let anything = Column("x", nil, .field(FieldPath("x")))
    let (values, warnings) = try typed(
      [anything], [#"{"x":5}"#, #"{"x":"5"}"#, #"{"x":[true]}"#, #"{"x":false}"#, "{}"])
    #expect(values == [#""5""#, #""5""#, #""[true]""#, #""false""#, "null"])
    #expect(warnings == [])
  }

  @Test func itemsOfListsAreTyped() throws {
    let (values, warnings) = try typed(
      field(.list, items: .text), [#"["a", "b\t"]"#, "[ ]", #"["a",1,null,["b"]]"#, "null"])
    #expect(values == [#"["a","b\t"]"#, "[]", #"["a",null,null,null]"#, "null"])
    #expect(
      warnings == [
        "1 value of `x` should have been a list, each item text; null stands for what is wrong"
      ])
  }

  @Test func objectsHaveTheirKeysAndNoOther() throws {
    let inner = [
      Field("at", .time, .optional, "any", example: ""),
      Field("to", .id, .optional, "any", example: "", alias: "to_id"),
      Field("more", .object, .optional, "any", example: "", fields: [field(.boolean)]),
    ]
    let (values, warnings) = try typed(
      field(.object, inner),
      [
        #"{"at":"2026-01-01T01:00:00+01:00","to":"a","to_id":"b","more":{"x":true},"other":1}"#,
        #"{"to_id":"b"}"#, #"{"at":7,"more":{"x":0}}"#, "[]",
      ])
    #expect(
      values == [
        #"{"at":"2026-01-01T00:00:00Z","to":"a","more":{"x":true}}"#,
        #"{"at":null,"to":"b","more":null}"#, #"{"at":null,"to":null,"more":{"x":null}}"#, "null",
      ])
    #expect(
      warnings == [
        "2 values of `x` should have been an object of the kinds that are declared; null stands for "
          + "what is wrong"
      ])
  }

  @Test func withoutTheOptionValuesAreThoseOfTheAPI() throws {
    let plan = try Planning.pipeline("numbers | select status | export ndjson")
    var format = try #require(plan.export.format as? any ByteFormat)
    var bytes: [UInt8] = []
    format.begin(plan.columns.visible, on: nil, into: &bytes)
    format.append(try TestBatches([#"{"status":5}"#]).batches[0], into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "{\"status\":5}\n")
    #expect(format.warnings == [])
  }
}
