import DialLanguage
import DialPipeline
import DialTestSupport
import Testing

/// What `dialsh check --fix` makes of scripts.
struct MendedTextTests {
  private func mended(_ text: String) -> MendedText {
    MendedText(SourceText(text)) { Planning.diagnostics($0.text) }
  }

  @Test(arguments: [
    ("numbers where expires_at is null", "numbers where expires_at = null"),
    ("numbers where expires_at is not null", "numbers where expires_at != null"),
    ("numbers where fax_enabled && status=active", "numbers where fax_enabled and status=active"),
    ("numbers where status=active&&fax_enabled", "numbers where status=active and fax_enabled"),
    ("numbers where fax_enabled || status=active", "numbers where fax_enabled or status=active"),
    ("numbers where status <> active", "numbers where status != active"),
    ("numbers where phone_number like \"+1415%\"", "numbers where phone_number in +1415"),
    (
      "select * from numbers where status = active", "numbers where status = active"
    ),
    (
      "SELECT id FROM numbers WHERE expires_at IS NULL ORDER BY id LIMIT 5",
      "numbers where expires_at = NULL | sort id | limit 5 | select id"
    ),
    ("numbers > out.csv", "numbers | export csv out.csv"),
    ("numbers status=active", "numbers where status=active"),
    ("numbers status is active", "numbers where status = active"),
    ("numbers | sort by created_at", "numbers | sort created_at"),
    ("accounts where name = Harbor Vet", "accounts where name = \"Harbor Vet\""),
    ("numbers where updated_at > created_at", "numbers where updated_at > .created_at"),
    ("numbers | fliter staus=active", "numbers | where status=active"),
    (
      "nubmers where status=active | cuont by status",
      "numbers where status=active | count by status"
    ),
  ])
  func habitsArePutRight(_ text: String, _ expected: String) {
    let mended = mended(text)
    #expect(mended.source.text == expected)
    #expect(mended.left == [])
    #expect(mended.count > 0)
  }

  @Test func whatIsRightStays() {
    let mended = mended("numbers where status = active")
    #expect(mended.source.text == "numbers where status = active")
    #expect(mended.count == 0)
  }

  @Test func whatNobodyKnowsToMendIsLeft() {
    let mended = mended("numbers where staus = active; numbers | limit none; numbers | sort by id")
    #expect(
      mended.source.text == "numbers where status = active; numbers | limit none; numbers | sort id"
    )
    #expect(mended.count == 2)
    #expect(
      mended.left.map(\.message) == ["`limit` needs a whole number of 1 or more, found `none`"])
    #expect(mended.left.map(\.range.text) == ["none"])
  }

  /// Every letter but `b` is a mistake; the mend of `x` makes more of them.
  @Test func aMendThatDoesHarmIsLeftOutAndNoOther() {
    let mended = MendedText(SourceText("axaaxb")) { source in
      source.text.utf8.enumerated().filter { $1 != UInt8(ascii: "b") }.map { place, letter in
        let range = source.range(place, place + 1)
        return Diagnostic(
          at: range, "a mistake", mend: Mend(range, letter == UInt8(ascii: "a") ? "b" : "xx"))
      }
    }
    #expect(mended.source.text == "bxbbxb")
    #expect(mended.count == 3)
    #expect(mended.left.count == 2)
  }

  @Test func mendsThatUndoEachOtherEnd() {
    let mended = MendedText(SourceText("a")) { source in
      let range = source.range(0, 1)
      return [Diagnostic(at: range, "wrong", mend: Mend(range, source.text == "a" ? "b" : "a"))]
    }
    #expect(mended.left.count == 1)
  }
}
