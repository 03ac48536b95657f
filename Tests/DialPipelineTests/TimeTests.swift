import DialPipeline
import DialRows
import DialStack
import Testing

struct TimeTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0),
    ("2026-01-15T10:00:00Z", 1_768_471_200, 0),
    ("2026-01-15T10:00:00.5Z", 1_768_471_200, 500_000_000),
    ("2026-01-15T10:00:00.123456789012+02:00", 1_768_464_000, 123_456_789),
    ("2024-02-29t23:59:60-00:30", 1_709_253_000, 0),
    ("2026-09-01T10:00Z", 1_788_256_800, 0),
    ("2026-01-15 05:00:00-05", 1_768_471_200, 0),
    ("2026-01-15T05:00:00-0500", 1_768_471_200, 0),
    ("2026-01-15 15:30:00.25+05:30", 1_768_471_200, 250_000_000),
    ("1970-01-01 00:00:00-00:44:30", 2670, 0),
  ])
  func rfc3339IsRead(_ text: String, _ seconds: Int, _ nanoseconds: Int) {
    #expect(
      Timestamp(Bytes(text)) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
  }

  @Test(arguments: [
    "", "2026", "2026-02-29T00:00:00Z", "2026-01-15T24:00:00Z", "2026-01-15T10:00:00",
    "2026-01-15T10:00:00.Z", "2026-01-15T10:00:00Zx", "x026-01-15T10:00:00Z", "2026-1-5T10:00Z",
    "2026-01-15T10:00:00-", "2026-01-15T10:00:00-5", "2026-01-15T10:00:00-05:",
    "2026-01-15T10:00:00-050", "2026-01-15T10:00:00-05:60", "2026-01-15T10:00:00+24",
    "2026-01-15T10:00:00-05:00:00:00",
  ])
  func allElseIsNone(_ text: String) {
    #expect(Timestamp(Bytes(text)) == nil)
  }

  @Test(arguments: [
    ("2026-09-01", 1_788_220_800, 86_400), ("2026-09", 1_788_220_800, 30 * 86_400),
    ("2024-02", 1_706_745_600, 29 * 86_400), ("today", 1_789_430_400, 86_400),
    ("yesterday", 1_789_344_000, 86_400), ("tomorrow", 1_789_516_800, 86_400),
    ("2026", 1_767_225_600, 365 * 86_400), ("2024", 1_704_067_200, 366 * 86_400),
    ("this-week", 1_789_344_000, 7 * 86_400), ("last-week", 1_788_739_200, 7 * 86_400),
    ("Next-Week", 1_789_948_800, 7 * 86_400), ("this-month", 1_788_220_800, 30 * 86_400),
    ("last-month", 1_785_542_400, 31 * 86_400), ("next-month", 1_790_812_800, 31 * 86_400),
    ("this-year", 1_767_225_600, 365 * 86_400), ("last-year", 1_735_689_600, 365 * 86_400),
    ("next-year", 1_798_761_600, 365 * 86_400),
  ])
  func periodsHaveAnEnd(_ text: String, _ start: Int, _ length: Int) throws {
    let period = try #require(TimeLiteral(text)).period(now: Planning.now, in: .utc)
    #expect(period.start == Timestamp(seconds: start))
    #expect(period.end == Timestamp(seconds: start + length))
  }

  @Test(arguments: [
    ("now", 0), ("-7d", 604_800), ("-12h", 43_200), ("-30m", 1800), ("+7d", -604_800),
    ("+1w", -604_800),
  ])
  func momentsCountFromNow(_ text: String, _ seconds: Int) throws {
    let period = try #require(TimeLiteral(text)).period(now: Planning.now, in: .utc)
    #expect(period.start == Planning.now.advanced(by: -seconds))
  }

  @Test(arguments: [
    "last-weak", "+7", "-7", "-d", "20265", "202", "7d", "-1.5d", "2026-13", "2026-00-10",
    "2026-9-1", "-9999999d", "",
  ])
  func allElseIsNoPeriod(_ text: String) {
    #expect(TimeLiteral(text) == nil)
  }
}
