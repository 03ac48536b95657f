import DialLanguage
import DialShell
import DialStack
import Testing

/// Files that correct lists that are there.
struct ExtendTests {
  private func extended(_ text: String) throws -> Resource {
    let catalog = try Catalog.standard.adding([SourceText(text)])
    #expect(catalog.resources.map(\.name) == Catalog.standard.resources.map(\.name))
    return try #require(catalog["numbers"])
  }

  @Test func whatIsNotSaidStaysAsItWas() throws {
    #expect(try extended("[[extend]]\nname = \"numbers\"") == .numbers)
  }

  @Test func fieldsAreChangedOrAddedBehindTheOthers() throws {
    let numbers = try extended(
      #"""
      [[extend]]
      name = "numbers"

      [[extend.field]]
      name = "status"
      choices = ["active", { value = "quarantined", meaning = "under suspicion" }]

      [[extend.field]]
      name = "carrier"
      kind = "text"
      example = "Acme"

      [[extend.field]]
      name = "caller_id_name"
      kind = "integer"
      presence = "always"

      [[extend.field]]
      name = "config"
      [[extend.field.field]]
      name = "region"
      """#)
    let before = Resource.numbers
    #expect(numbers.fields.map(\.name) == before.fields.map(\.name) + ["carrier"])
    let status = numbers.field(named: "status")
    let choices = before.field(named: "status")?.knownValues ?? []
    #expect(status?.knownValues == choices + [Choice("quarantined", "under suspicion")])
    #expect(status?.summary == "where it is in its life" && status?.presence == .always)
    #expect(
      numbers.field(named: "carrier")
        == Field("carrier", .text, .sparse, "carrier", example: "Acme"))
    #expect(
      numbers.field(named: "caller_id_name")
        == Field("caller_id_name", .integer, .always, "the name shown to others", example: "10"))
    #expect(
      numbers.field(named: "config")?.fields
        == (before.field(named: "config")?.fields ?? []) + [
          Field("region", .text, .sparse, "region", example: "text")
        ])
    #expect(numbers.order == before.order && numbers.filters == before.filters)
    #expect(numbers.formatColumns == before.formatColumns)
  }

  @Test func whatNoLongerFitsAFieldIsLeftOut() throws {
    let numbers = try extended(
      #"""
      [[extend]]
      name = "numbers"
      field = [{ name = "created_at", kind = "text" }, { name = "status", kind = "list" }]
      """#)
    #expect(numbers.order == .asListed)
    #expect(numbers.filters == [])
  }

  @Test func aFilterTakesThePlaceOfOneLikeIt() throws {
    let numbers = try extended(
      #"""
      [[extend]]
      name = "numbers"
      order = "none"
      filter = [{ parameter = "state", field = "status" }, "location"]
      trap = ["more"]
      essentials = ["id"]
      """#)
    #expect(
      numbers.filters
        == [
          Filter("state", on: "status", by: .equal), Filter("location", on: "location", by: .equal),
        ]
    )
    #expect(numbers.traps == Resource.numbers.traps + [Trap(.anywhere, "more")])
    #expect(numbers.order == .asListed && numbers.essentials == ["id"])
  }

  @Test func aListOfTheSameTextCanBeExtended() throws {
    let catalog = try Catalog.standard.adding([
      SourceText(
        #"""
        [[resource]]
        name = "voice_bots"
        path = "/v1/voice-bots"
        field = ["id"]
        [[extend]]
        name = "voice_bots"
        field = ["title"]
        """#)
    ])
    #expect(catalog["voice_bots"]?.fields.map(\.name) == ["id", "title"])
  }
}
