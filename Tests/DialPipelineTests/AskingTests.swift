import DialLanguage
import DialPipeline
import DialStack
import DialTestSupport
import Testing

/// Lists that answer for what is asked, and fields that only the query carries.
struct AskingTests {
  @Test(arguments: [
    ("presence where user=user_1", "/v1/presence?user%5B%5D=user_1"),
    (
      "presence where user in (user_1, user_2, user_1)",
      "/v1/presence?user%5B%5D=user_1&user%5B%5D=user_2"
    ),
    (
      "presence where user=user_1 or user=user_2",
      "/v1/presence?user%5B%5D=user_1&user%5B%5D=user_2"
    ),
    ("presence where state=on_call and user=user_1", "/v1/presence?user%5B%5D=user_1"),
    ("presence where user=user_1 and user=user_2", "/v1/presence?user%5B%5D=user_1"),
    ("presence where slot in (1, 2)", "/v1/presence?park_slot%5B%5D=1&park_slot%5B%5D=2"),
    ("presence where slot != null", "/v1/presence?park_slot%5B%5D=all"),
    ("presence where slot > 3", "/v1/presence?park_slot%5B%5D=all"),
    ("presence where slot = 1 or slot > 3", "/v1/presence?park_slot%5B%5D=all"),
    ("presence where slot = 1.0", "/v1/presence?park_slot%5B%5D=all"),
    ("param u = user_3; presence where user=$u", "/v1/presence?user%5B%5D=user_3"),
    (
      "available_phone_numbers where area_code=415 | limit 3",
      "/v1/available-phone-numbers?quantity=3&area_code=415"
    ),
    (
      "available_phone_numbers where state=CA and city=\"San Francisco\"",
      "/v1/available-phone-numbers?quantity=100&state=CA&city=San%20Francisco"
    ),
    (
      "available_phone_numbers where zip=02139 and rate_center=X | limit 3",
      "/v1/available-phone-numbers?quantity=100&zip=02139"
    ),
    ("available_phone_numbers | limit 500", "/v1/available-phone-numbers?quantity=100"),
    ("hardware_orders where location=loc_1 | limit 3", "/v1/hardware-orders?location=loc_1"),
  ])
  func theAPIIsAskedForWhatIsNamed(_ text: String, _ target: String) throws {
    #expect(try Planning.pipeline(text).target == target)
  }

  @Test func aListIsRefusedThatIsAskedForNothing() {
    let message =
      "`presence` answers only for what is named by `=` or `in`: `presence where user=user_…` or "
      + "`presence where slot=…`"
    for conditions in [
      "", " | limit 3", " where state=on_call", " where user != user_1", " where not user=user_1",
      " where user=user_1 or state=on_call", " where user ~ user_1", " where slot = null",
      " where user=user_1 or slot=1", " | limit 3 | where user=user_1",
    ] {
      expectRefusal("1️⃣presence2️⃣\(conditions)", message)
    }
  }

  @Test func aListIsRefusedThatIsAskedInTwoWays() {
    expectRefusal(
      "1️⃣presence2️⃣ where user=user_1 and slot=1",
      "`presence` is asked by `user` or `slot`, by one of them in a line")
  }

  @Test(arguments: [
    "1️⃣area_code=4152️⃣ or state=CA", "not 1️⃣area_code=4152️⃣", "1️⃣area_code!=4152️⃣",
    "1️⃣area_code in (415, 212)2️⃣", "area_code=415 and 1️⃣area_code=2122️⃣", "1️⃣area_code = null2️⃣",
  ])
  func whatOnlyTheQueryCarriesIsSaidOnce(_ condition: String) {
    let text = MarkedText("available_phone_numbers where \(condition)")
    let diagnostics = Planning.diagnostics(text.source.text)
    #expect(
      diagnostics.map(\.message) == [
        "`area_code` only says what the API is asked for, and rows don't carry it; write it once, as "
          + "in `where area_code=415`"
      ])
  }

  @Test(arguments: [
    "select phone_number, 1️⃣area_code2️⃣", "sort 1️⃣area_code2️⃣", "count by 1️⃣area_code2️⃣",
    "uniq 1️⃣area_code2️⃣",
  ])
  func whatRowsLackIsNotShownAsIfItWereEmpty(_ stage: String) {
    expectRefusal(
      "available_phone_numbers where area_code=415 | \(stage)",
      "`area_code` only says what the API is asked for, and rows don't carry it; write it once, as in "
        + "`where area_code=415`")
  }

  @Test func explainSaysWhatIsAskedFor() throws {
    #expect(
      try Planning.pipeline("presence where user in (user_1, user_2)").explanation == """
        account   acct_01h2xcejqtf2nbrexx3vqjhp41
        request   GET /v1/presence?user%5B%5D=user_1&user%5B%5D=user_2
        pages     none: the list comes whole, in one answer
        filtered  user in (user_1, user_2) by the API as `user[]`, and checked here again
        order     as the API lists
        memory    one page
        columns   user, state, notifiable, do_not_disturb, webrtc, slot, parked_call, object
        output    csv to standard output
        mind      the rows are true at this moment alone
        mind      an id that the API doesn't know fails the whole answer

        """)
  }

  @Test func explainSaysThatAnAnswerIsAllThereIs() throws {
    #expect(
      try Planning.pipeline("available_phone_numbers where area_code=415").explanation.contains(
        """
        pages     none: one answer of up to 100 rows: every row is wanted, and the API gives no more
        filtered  area_code=415 by the API as `area_code`

        """))
    #expect(
      try Planning.pipeline("available_phone_numbers where state=CA | limit 3").explanation
        .contains(
          """
          pages     none: one answer of up to 3 rows: `limit 3` wants no more
          filtered  state=CA by the API as `state`, which is wider; checked here again

          """))
  }

  @Test(arguments: [
    (
      "curl /v1/presence?user%5B%5D=user_1&user%5B%5D=user_2",
      "presence where user in (user_1, user_2)"
    ),
    ("GET /v1/presence?park_slot%5B%5D=all", "presence where slot != null"),
    (
      "GET /v1/available-phone-numbers?area_code=415&quantity=5",
      "available_phone_numbers where area_code=415 | limit 5"
    ),
  ])
  func requestsAreWrittenAsLines(_ request: String, _ line: String) {
    let diagnostics = Planning.diagnostics(request)
    #expect(SourceText(request).mended(by: diagnostics) == line)
  }
}
