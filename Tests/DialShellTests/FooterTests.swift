import DialPipeline
import DialShell
import Testing

/// The line below a result.
struct FooterTests {
  private func result(
    _ rows: Int, isLimited: Bool = false, remainder: Remainder = .nothing, setting: String? = nil
  ) -> Footer.Ending {
    .finished(
      RunResult(
        rows: rows, isLimited: isLimited, remainder: remainder,
        limitingSetting: setting, warnings: [], hiddenColumns: []))
  }

  private func footer(
    _ ending: Footer.Ending, earlier: Int = 0, origin: Footer.Origin = .list, sent: Int = 1,
    midnight: String? = nil
  ) -> String {
    Footer(
      ending: ending, earlier: earlier, origin: origin, cost: RequestLog.Tally(sent: sent),
      elapsed: .milliseconds(419), doubtfulMidnight: midnight
    ).text
  }

  @Test func itTellsWhetherTheRowsAreAll() {
    #expect(footer(result(25), sent: 3) == "25 rows · 3 requests · 0.41 s · complete")
    #expect(footer(result(1)) == "1 row · 1 request · 0.41 s · complete")
    #expect(footer(result(5, isLimited: true)) == "5 rows · 1 request · 0.41 s · limited")
    #expect(
      footer(result(20, remainder: .certain))
        == "20 rows shown, more exist · limited · more (1 request, 0.41 s)")
    #expect(
      footer(result(20, remainder: .possible))
        == "20 rows shown, more may exist · limited · more (1 request, 0.41 s)")
    #expect(
      footer(result(5, isLimited: true, setting: ".limit 5"))
        == "5 rows · 1 request · 0.41 s · limited by `.limit 5`")
    #expect(
      footer(result(3), origin: Footer.Origin(.limited), sent: 0)
        == "3 rows · 0 requests · 0.41 s · limited, as `$it` is")
    #expect(
      footer(result(3), origin: Footer.Origin(.lacking("2 of 3 accounts")), sent: 0)
        == "3 rows · 0 requests · 0.41 s · partial: 2 of 3 accounts, as `$it` is")
    #expect(
      footer(result(3), origin: Footer.Origin(.stopped), sent: 0)
        == "3 rows · 0 requests · 0.41 s · partial: `$it` holds only what came before the stop")
  }

  @Test func itTellsWhatWasReadOfAResultForLater() {
    #expect(
      footer(result(5), origin: Footer.Origin(.whole, earlier: 100, fetched: 150), sent: 2)
        == "5 rows · 2 requests · 0.41 s · complete · `$it` has 250 rows, 150 of them fetched now")
  }

  @Test func itTellsAMidnightThatMayBeAnother() {
    #expect(
      footer(result(3), midnight: "days begin at midnight UTC")
        == "3 rows · 1 request · 0.41 s · complete · days begin at midnight UTC")
  }

  @Test func rowsThatGoOnAreNumbered() {
    #expect(
      footer(result(20, remainder: .certain), earlier: 20, sent: 0)
        == "rows 21 to 40 shown, more exist · limited · more (0 requests, 0.41 s)")
    #expect(footer(result(1), earlier: 40) == "row 41 · 1 request · 0.41 s · complete")
    #expect(
      footer(result(0), earlier: 40) == "no row behind row 40 · 1 request · 0.41 s · complete")
  }

  @Test func aStopTellsHowFarItCame() {
    #expect(
      footer(.stopped(rows: 1200, rowsRead: 1200, pages: 12), sent: 13)
        == "1200 rows · 13 requests · 0.41 s · partial: stopped after page 12")
    #expect(
      footer(.stopped(rows: 0, rowsRead: 0, pages: 0))
        == "0 rows · 1 request · 0.41 s · partial: stopped before the first page came")
    #expect(
      footer(.stopped(rows: 1, rowsRead: 300, pages: 3), sent: 4)
        == "1 row · 4 requests · 0.41 s · partial: stopped after page 3, 300 rows read")
    #expect(
      footer(.stopped(rows: 100, rowsRead: 200, pages: 2), earlier: 100, sent: 1)
        == "rows 101 to 200 · 1 request · 0.41 s · partial: stopped after page 2")
  }

  @Test func timingTellsWhereTheTimeWent() {
    let cost = RequestLog.Tally(
      sent: 2, waited: .seconds(1), answering: .milliseconds(250), bytes: 7858)
    func timing(_ cost: RequestLog.Tally) -> String {
      Footer(ending: result(1), earlier: 0, origin: .list, cost: cost, elapsed: .seconds(2))
        .timing
    }
    #expect(
      timing(cost)
        == "time: 2.0 s, of it 250 ms for answers (7858 bytes), 1.0 s waiting to ask again, "
        + "750 ms here"
    )
    #expect(
      timing(RequestLog.Tally()) == "time: 2.0 s, of it 0 ms for answers (0 bytes), 2.0 s here")
  }
}
