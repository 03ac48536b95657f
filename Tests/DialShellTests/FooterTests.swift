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
        rows: rows, pages: 1, isLimited: isLimited, remainder: remainder,
        limitingSetting: setting, warnings: [], hiddenColumns: []))
  }

  private func footer(
    _ ending: Footer.Ending, earlier: Int = 0, isOfPart: Bool = false, sent: Int = 1
  ) -> String {
    Footer(
      ending: ending, earlier: earlier, isOfPart: isOfPart, cost: RequestLog.Tally(sent: sent),
      elapsed: .milliseconds(419)
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
      footer(result(3), isOfPart: true, sent: 0)
        == "3 rows · 0 requests · 0.41 s · limited: `$it` holds only what was shown")
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
      footer(.stopped(rows: 1200, pages: 12), sent: 13)
        == "1200 rows · 13 requests · 0.41 s · partial: stopped after page 12")
    #expect(
      footer(.stopped(rows: 0, pages: 0))
        == "0 rows · 1 request · 0.41 s · partial: stopped before the first page came")
  }

  @Test func timingTellsWhereTheTimeWent() {
    let cost = RequestLog.Tally(
      sent: 2, waited: .seconds(1), answering: .milliseconds(250), bytes: 7858)
    func timing(_ cost: RequestLog.Tally) -> String {
      Footer(ending: result(1), earlier: 0, isOfPart: false, cost: cost, elapsed: .seconds(2))
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
