import DialRows
import DialStack
import Testing

/// Columns that are worked out of others.
struct CalculationTests {
  /// `between`: the first value, the second around it on both sides.
  private enum BetweenFunction: RowFunction {
    static let name = "between"
    static let parameters: [FieldKind?] = [.text, nil]
    static let result: FieldKind? = .text

    static func value(of arguments: Span<Value>) -> Value {
      .text(arguments[1].string + arguments[0].string + arguments[1].string)
    }
  }

  /// `same`: the value as it is.
  private enum SameFunction: RowFunction {
    static let name = "same"
    static let parameters: [FieldKind?] = [nil]
    static let result: FieldKind? = nil

    static func value(of arguments: Span<Value>) -> Value { arguments[0] }
  }

  private func field(_ name: String) -> Calculation { .value(of: .field(FieldPath(name))) }

  private func values(_ calculation: Calculation) throws -> [Value] {
    var reader = ColumnReader(.computed(calculation))
    let batches = try TestBatches([
      #"{"id":"a","number":"+14155550100"},{"id":"b","number":5}"#, #"{"number":null,"id":"c"}"#,
    ]).batches
    return batches.flatMap(\.records).map { reader.value(in: $0) }
  }

  @Test func aCallWorksOnEachRow() throws {
    let display = Calculation.call(FunctionCall(DisplayFunction.self, [field("number")]))
    #expect(
      try values(display) == [.text("+1 (415) 555-0100"), .number(Bytes("5")), .null])
  }

  @Test func callsStandInCalls() throws {
    let inner = Calculation.call(
      FunctionCall(BetweenFunction.self, [field("id"), .constant(.text("-"))]))
    let outer = Calculation.call(FunctionCall(BetweenFunction.self, [inner, field("id")]))
    #expect(try values(outer) == [.text("a-a-a"), .text("b-b-b"), .text("c-c-c")])
    #expect(try values(.constant(.integer(7))) == [.integer(7), .integer(7), .integer(7)])
  }

  @Test func functionsAreToldApartByTheirNames() {
    let display = FunctionCall(DisplayFunction.self, [field("id")])
    #expect(display == FunctionCall(DisplayFunction.self, [field("id")]))
    #expect(display != FunctionCall(DisplayFunction.self, [field("number")]))
    let same = FunctionCall(SameFunction.self, [field("id")])
    #expect(display != same)
    #expect(Set([Calculation.call(display), .call(same), .call(display)]).count == 2)
  }

  @Test func aColumnKnowsThatItShowsPhoneNumbers() {
    let phone = Column("phone_number", .phone, .field(FieldPath("phone_number")))
    let display = phone.displayed(as: "display")
    #expect(phone.holdsPhones && !phone.showsPhones)
    #expect(display.holdsPhones && display.showsPhones && display.kind == .text)
    #expect(phone.spellings == [phone.accessor, display.accessor])
    #expect(display.spellings == phone.spellings)
  }
}

/// Columns of what a row has besides its item.
struct RoomTests {
  private let item: Record
  private let owner: Record

  init() throws {
    item = try Record(
      scanning: Array(#"{"id":"did_1","status":"active"}"#.utf8), of: ListOwner("acct_1"))
    owner = try Record(scanning: Array(#"{"name":"Harbor Vet"}"#.utf8))
  }

  private func value(_ accessor: Accessor, in record: Record) -> Value {
    var reader = ColumnReader(accessor)
    return reader.value(in: record)
  }

  @Test func aColumnReadsAJoinedRecord() {
    let name = FieldPath("name")
    let row = item.joining(owner).joining(nil)
    #expect(value(.joined(0, name), in: row) == .text("Harbor Vet"))
    #expect(value(.joined(0, FieldPath("email")), in: row) == .null)
    #expect(value(.joined(1, name), in: row) == .null)
    #expect(value(.joined(2, name), in: row) == .null)
    #expect(value(.joined(0, name), in: item) == .null)
    #expect(value(.field(FieldPath("status")), in: row) == .text("active"))
  }

  @Test func aColumnTellsWhoseTheRowIs() {
    #expect(value(.account, in: item) == .text("acct_1"))
    #expect(value(.account, in: item.joining(owner)) == .text("acct_1"))
    #expect(value(.account, in: owner) == .null)
    #expect(value(.account, in: Record(cells: [.integer(1)])) == .null)
  }
}
