import DialExport
import DialLanguage
import DialPipeline
import DialShell
import DialStack
import Testing

/// What `dialsh describe` says of the rows of a pipeline.
struct SchemaTests {
  private func schema(_ text: String, _ accounts: AccountSelection = .all(in: .accounts))
    throws(Rejection) -> Schema
  {
    let scope = Scope(
      accounts: accounts, variables: [:], homeDirectory: nil,
      display: Display(format: "csv", terminal: nil))
    return try Schema(of: SourceText(text), with: .shell(), in: scope)
  }

  @Test func columnsHaveKindsAndKeys() throws {
    #expect(
      try schema("numbers where status=active | select account, id, status, config, created_at")
        .json
          == """
          {"columns":[
          {"name":"account","kind":"id","nullable":false},
          {"name":"id","kind":"id","nullable":false},
          {"name":"status","kind":"choice","nullable":false,"choices":["active","inactive","pending",\
          "released"]},
          {"name":"config","kind":"object","nullable":true,"fields":[{"name":"fax_notifications",\
          "kind":"object","nullable":true,"fields":[{"name":"recipients","kind":"list",\
          "nullable":true,"items":"text"},{"name":"delete_documents","kind":"boolean","nullable":true},\
          {"name":"attach_pdf","kind":"boolean","nullable":true}]}]},
          {"name":"created_at","kind":"time","nullable":false}
          ],"key":["account","id"],"scope":"account","gathers":null}

          """)
  }

  @Test func whatStagesMakeIsDescribedToo() throws {
    #expect(
      try schema("numbers | format").text == """
        account       an id
        account_name  text
        id            an id
        display       text
        raw           a phone number

        """)
    #expect(
      try schema("use acct_1; numbers | select id", .none).json
        .hasSuffix("],\"key\":[\"id\"],\"scope\":\"account\",\"gathers\":null}\n"))
    #expect(
      try schema("numbers | count by status").json
        .hasSuffix("],\"key\":[],\"scope\":\"account\",\"gathers\":\"count\"}\n"))
    #expect(
      try schema("accounts | select name").json
        .hasSuffix("],\"key\":[],\"scope\":\"platform\",\"gathers\":null}\n"))
  }

  @Test func onePipelineIsDescribed() {
    do throws(Rejection) {
      _ = try schema("use all; numbers; accounts")
      Issue.record("they were described")
    } catch {
      #expect(error.diagnostics.map(\.message) == ["one pipeline is described at a time"])
      #expect(error.diagnostics.map(\.range.text) == ["accounts"])
    }
  }

  @Test func whatIsNoPipelineIsRefused() {
    do throws(Rejection) {
      _ = try schema("use none")
      Issue.record("it was described")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == ["a resource or a pipeline must stand here"])
    }
  }
}
