import DialPipeline
import DialRows
import DialStack
import Testing

/// Time zones, and the days and months that begin in them.
struct ZoneTests {
  @Test(arguments: [
    "", "Nowhere/Else", "america/new_york", "../../etc/passwd", "/etc/passwd", "/",
    "America/../Europe/Berlin", "America/New_York\0", "America/New_York\n", " America/New_York",
    "GMT+5", "UTC+05:00", "PST", "CST", "America/Zürich", String(repeating: "A/", count: 1 << 16),
  ])
  func allButNamesOfTheIANAIsRefused(_ name: String) {
    #expect(Zone(identifier: name) == nil)
  }

  @Test(arguments: ["UTC", "Etc/UTC", "GMT"])
  func utcHasOneName(_ name: String) {
    #expect(Zone(identifier: name) == .utc)
    #expect(Zone(identifier: name)?.name == "UTC")
  }

  @Test func everyNameThatIsOfferedIsTaken() {
    #expect(Zone.names.filter { Zone(identifier: $0)?.name != $0 } == [])
    #expect(Zone.names == Zone.names.sorted())
    #expect(Zone.names.contains("UTC") && Zone.names.contains("America/New_York"))
  }

  @Test(arguments: [
    ("UTC", "2026-07-01T00:00:00Z", 0),
    // The second Sunday of March and the first of November, and before 2007 the last of April.
    ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
    ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
    ("America/New_York", "2026-11-01T05:59:59Z", -14_400),
    ("America/New_York", "2026-11-01T06:00:00Z", -18_000),
    ("America/New_York", "1970-04-26T06:59:59Z", -18_000),
    ("America/New_York", "1970-04-26T07:00:00Z", -14_400),
    ("America/New_York", "2037-11-01T05:59:59Z", -14_400),
    ("America/New_York", "2037-11-01T06:00:00Z", -18_000),
    ("America/New_York", "2100-07-01T00:00:00Z", -14_400),
    ("America/New_York", "2100-12-01T00:00:00Z", -18_000),
    // Half an hour of daylight saving time.
    ("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39_600),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37_800),
    ("Australia/Lord_Howe", "2026-10-03T15:29:59Z", 37_800),
    ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", 39_600),
    ("Asia/Kolkata", "1970-01-01T00:00:00Z", 19_800),
    ("Asia/Kolkata", "2026-07-01T00:00:00Z", 19_800),
    ("Asia/Kathmandu", "2026-07-01T00:00:00Z", 20_700),
    ("Africa/Monrovia", "1970-01-01T00:00:00Z", -2670),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400),
  ])
  func clocksChangeWhenTheyDid(_ name: String, _ time: String, _ offset: Int) throws {
    let zone = try #require(Zone(identifier: name))
    #expect(zone.offset(at: try #require(Timestamp(Bytes(time)))) == offset)
  }

  @Test(arguments: [
    ("UTC", "2026-09-01", "2026-09-01T00:00Z", "2026-09-02T00:00Z"),
    ("America/New_York", "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z"),
    ("America/New_York", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z"),
    ("America/New_York", "2026-11", "2026-11-01T04:00Z", "2026-12-01T05:00Z"),
    ("America/New_York", "2026-02", "2026-02-01T05:00Z", "2026-03-01T05:00Z"),
    ("America/New_York", "2026-12", "2026-12-01T05:00Z", "2027-01-01T05:00Z"),
    ("Asia/Kolkata", "2026-09-01", "2026-08-31T18:30Z", "2026-09-01T18:30Z"),
    ("America/New_York", "1970-01-01", "1970-01-01T05:00Z", "1970-01-02T05:00Z"),
    ("Asia/Tokyo", "1970-01-01", "1969-12-31T15:00Z", "1970-01-01T15:00Z"),
    ("America/New_York", "2100-07-01", "2100-07-01T04:00Z", "2100-07-02T04:00Z"),
    // Clocks go from 24:00 to 1:00: the day begins at 1:00.
    ("America/Santiago", "2026-09-06", "2026-09-06T04:00Z", "2026-09-07T03:00Z"),
    // Clocks go from 24:00 to 23:00: the day before has 25 hours.
    ("America/Santiago", "2026-04-04", "2026-04-04T03:00Z", "2026-04-05T04:00Z"),
    ("America/Santiago", "2026-04-05", "2026-04-05T04:00Z", "2026-04-06T04:00Z"),
    // Clocks go from 1:00 to 0:00: of two midnights the first begins the day.
    ("America/Havana", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z"),
    // Clocks go from 23:30 to 0:30, and midnight is in between.
    ("America/Toronto", "1919-03-31", "1919-03-31T04:30Z", "1919-04-01T04:00Z"),
    // Samoa had no such day.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00Z", "2011-12-30T10:00Z"),
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", "2011-12-30T10:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z", "2011-12-31T10:00Z"),
  ])
  func daysAndMonthsAreThoseOfTheZone(
    _ name: String, _ text: String, _ start: String, _ end: String
  ) throws {
    let zone = try #require(Zone(identifier: name))
    let period = try #require(TimeLiteral(text)?.period(now: Planning.now, in: zone))
    #expect(period.start == Timestamp(Bytes(start)))
    #expect(period.end == Timestamp(Bytes(end)))
  }

  @Test func theDayThatItIsDependsOnTheZone() throws {
    let now = try #require(Timestamp(Bytes("2026-09-15T02:00:00Z")))
    for (name, start) in [
      ("UTC", "2026-09-15T00:00Z"), ("America/New_York", "2026-09-14T04:00Z"),
      ("Pacific/Kiritimati", "2026-09-14T10:00Z"),
    ] {
      let zone = try #require(Zone(identifier: name))
      let today = try #require(TimeLiteral("today")?.period(now: now, in: zone))
      #expect(today.start == Timestamp(Bytes(start)))
      #expect(today.end == today.start.advanced(by: 86_400))
      #expect(
        try #require(TimeLiteral("yesterday")?.period(now: now, in: zone)).start
          == today.start.advanced(by: -86_400))
    }
  }

  @Test func everyMomentIsInTheDayThatHoldsIt() throws {
    for name in Zone.names {
      let zone = try #require(Zone(identifier: name))
      for days in stride(from: 0, to: 80 * 365, by: 397) {
        let time = Timestamp(seconds: days * 86_400 + days * 61 % 86_400)
        let day = zone.day(at: time)
        #expect(
          zone.start(ofDay: day) <= time && time < zone.start(ofDay: day + 1), "\(name) \(time)")
      }
    }
  }

  @Test(arguments: [
    ("created_at in 2026-09 and expires_at not in today", "b\nd\n"),
    ("created_at >= 2026-10", "e\n"), ("expires_at = 2026-09-15", "c\n"),
  ])
  func conditionsGoByTheZone(_ condition: String, _ ids: String) async throws {
    let zone = ZoneInUse(try #require(Zone(identifier: "America/New_York")), because: .account)
    let plan = try Planning.pipeline(
      "numbers where \(condition) | select id | export csv header=no")
    let batches = try TestBatches([
      #"{"id":"a","created_at":"2026-09-01T03:59:59Z","expires_at":"2027-01-01T00:00:00Z"},"#
        + #"{"id":"b","created_at":"2026-09-01T04:00:00Z","expires_at":"2026-09-15T03:59:59Z"},"#
        + #"{"id":"c","created_at":"2026-10-01T03:59:59Z","expires_at":"2026-09-15T04:00:00Z"},"#
        + #"{"id":"d","created_at":"2026-10-01T03:59:59Z","expires_at":"2026-09-16T04:00:00Z"},"#
        + #"{"id":"e","created_at":"2026-10-01T04:00:00Z","expires_at":"2027-01-01T00:00:00Z"}"#
    ])
    let staged = plan.staged(batches, in: .test(zone: zone))
    #expect(try await text(of: staged, by: plan) == ids)
  }

  @Test func onePlanGoesByTheZoneOfEachRun() async throws {
    let plan = try Planning.pipeline("numbers where created_at in 2026-09-01 | select id | count")
    let pages = [#"{"id":"a","created_at":"2026-09-01T02:00:00Z"}"#]
    for (name, count) in [("UTC", 1), ("America/New_York", 0), ("Asia/Kolkata", 1)] {
      let zone = ZoneInUse(try #require(Zone(identifier: name)), because: .account)
      let rows = plan.staged(try TestBatches(pages), in: .test(zone: zone))
      #expect(try await text(of: rows, by: plan) == "count\n\(count)\n")
    }
  }

  @Test func explainNamesTheZonesOfSeveralAccounts() throws {
    var scope = Planning.scope()
    scope.accounts = AccountSelection(["acct_1", "acct_2"])
    let zone = ZoneInUse(.utc, because: .eachAccount)
    for line in ["numbers where created_at >= today", "calls | count by hour(started_at)"] {
      let explanation = try Planning.pipeline(line, in: scope)
        .explanation(now: Planning.now, in: zone)
      #expect(
        explanation.replacing("\n          ", with: " ").contains(
          "times     days and months begin at midnight in the zone of each account, in UTC where it has "
            + "none\n"))
    }
  }

  @Test(
    arguments: [
      ("UTC", .byDefault, "midnight UTC"),
      ("UTC", .account, "midnight UTC, the account's zone"),
      ("America/New_York", .account, "midnight in America/New_York, the account's zone"),
      ("Asia/Kolkata", .setting, "midnight in Asia/Kolkata, as `.zone` says"),
      ("UTC", .eachAccount, "midnight UTC"),
    ] as [(String, ZoneInUse.Reason, String)])
  func explainNamesTheZone(_ name: String, _ reason: ZoneInUse.Reason, _ midnight: String) throws {
    let zone = ZoneInUse(try #require(Zone(identifier: name)), because: reason)
    let plan = try Planning.pipeline("numbers where created_at >= today")
    let line = plan.explanation(now: Planning.now, in: zone).split(separator: "\n")
      .first { $0.hasPrefix("times ") }
    #expect(line == "times     days and months begin at \(midnight)")
  }
}
