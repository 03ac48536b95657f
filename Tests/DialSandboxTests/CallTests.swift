import DialSandbox
import DialStack
import Testing

/// What holds for all calls of an account, and for the messages that they left.
@Suite struct CallTests {
  /// 2026-08-21T00:00:00Z, the sandbox's now.
  private let now = 1_787_270_400 * 1_000_000

  @Test func callsRunNewestFirstOverFourHundredDays() async throws {
    for rows in try await AccountRows.several() {
      let starts = try await rows.all("/v1/calls").map {
        try #require(microseconds($0["started_at"]?.text))
      }
      #expect(starts == starts.sorted(by: >))
      #expect(starts.allSatisfy { $0 < now && $0 > now - 401 * 86_400 * 1_000_000 })
    }
  }

  @Test func callsKeepToTheCourseOfACall() async throws {
    for rows in try await AccountRows.several() {
      for call in try await rows.all("/v1/calls") {
        let (status, to) = (call["status"]?.text, call["to_number"]?.text)
        let start = try #require(microseconds(call["started_at"]?.text))
        let answer = microseconds(call["answered_at"]?.text)
        let connection = microseconds(call["connected_at"]?.text)
        guard let end = microseconds(call["ended_at"]?.text), let status else {
          #expect(status == nil && answer == nil && connection == nil)
          #expect(call["duration_seconds"] == .null && call["hangup_cause"] == .null)
          #expect(call["summary"]?.text == nil && call["recording_url"]?.text == nil)
          #expect(call["direction"]?.text != "inbound" || to == nil)
          continue
        }
        let course = [start, answer, connection, end, now].compactMap { $0 }
        #expect(course == course.sorted(), "\(call)")
        if let duration = call["duration_seconds"]?.number {
          #expect(duration == (end - start) / 1_000_000)
        } else {
          #expect(status == "failed")
        }
        #expect(connection == nil || (status == "completed" && answer != nil))
        #expect(status != "voicemail" || answer != nil)
        #expect(to != nil)
        #expect(connection != nil || call["recording_url"]?.text == nil)
      }
    }
  }

  @Test func callsCameByNumbersThatTheAccountHadThen() async throws {
    var seen = 0
    for rows in try await AccountRows.several() {
      let numbers = Dictionary(
        try await rows.all("/v1/phone-numbers").map { ($0["id"]?.text ?? "", $0) },
        uniquingKeysWith: { first, _ in first })
      let users = try await rows.ids("/v1/users")
      for call in try await rows.all("/v1/calls") {
        if let user = (call["user"] ?? call["user_id"])?.text { #expect(users.contains(user)) }
        guard let id = (call["did"] ?? call["did_id"])?.text else {
          #expect(["internal", ""].contains(call["direction"]?.text))
          continue
        }
        let number = try #require(numbers[id])
        let start = try #require(microseconds(call["started_at"]?.text))
        #expect(try #require(microseconds(number["created_at"]?.text)) <= start)
        for end in ["disconnected_at", "expires_at"] {
          if let end = microseconds(number[end]?.text) { #expect(start < end) }
        }
        switch call["direction"]?.text {
        case "inbound":
          #expect(call["to_number"] == number["phone_number"] || call["status"] == .null)
        case "outbound": #expect(call["from_number"] == number["phone_number"])
        default: Issue.record("a number in \(call)")
        }
        seen += 1
      }
    }
    #expect(seen > 500)
  }

  @Test func callsOfAWeekdayComeInWorkingHours() async throws {
    // Accounts of a place whose clock is known: the documents' one is in New York.
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    var (busy, night, weekend) = (0, 0, 0)
    for call in try await rows.all("/v1/calls") {
      let seconds = try #require(microseconds(call["started_at"]?.text)) / 1_000_000
      let (year, month, day) = (2025, 11, 2)
      // Summer time ends on the first Sunday of November and begins on the second of March.
      let isWinter =
        try #require(
          CalendarDay(year: year, month: month, day: day)
        ).number * 86_400 + 6 * 3600 <= seconds
        && seconds < #require(CalendarDay(year: 2026, month: 3, day: 8)).number * 86_400 + 7 * 3600
      let local = seconds - (isWinter ? 5 : 4) * 3600
      let weekday = (local / 86_400 + 4) % 7
      let hour = local % 86_400 / 3600
      if weekday == 0 || weekday == 6 {
        weekend += 1
      } else if (9..<17).contains(hour) {
        busy += 1
      } else if hour < 7 || hour >= 20 {
        night += 1
      }
    }
    #expect(busy > 150 && night < busy / 8 && weekend < busy / 6, "\(busy) \(night) \(weekend)")
  }

  @Test func callsHoldTheRowsThatReadersGetWrong() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let calls = try await rows.all("/v1/calls")
    #expect(calls.contains { $0["direction"] == .text("") })
    #expect(calls.contains { $0["status"] == .null && $0["ended_at"] == .null })
    #expect(calls.contains { $0["to_number"] == .text("*681") })
    #expect(calls.contains { $0["to_number"] == .text("Voicemail") })
    #expect(calls.contains { $0["to_number"]?.text?.hasPrefix("vm_user_") == true })
    #expect(calls.contains { $0["from_number"]?.text?.count == 4 })
    #expect(calls.contains { $0["from_number"]?.text?.count == 32 })
    #expect(calls.contains { $0["routing_trace"] != nil })
    #expect(calls.contains { $0["related_call"] == nil })
    #expect(calls.contains { $0["user"] == nil && $0["user_id"]?.text != nil })
    #expect(calls.contains { $0["did"] == nil && $0["did_id"]?.text != nil })
    let statuses = Set(calls.compactMap { $0["status"]?.text })
    #expect(statuses == ["completed", "no-answer", "busy", "failed", "voicemail"])
  }

  @Test func relatedCallsFormPairsAndAChain() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let calls = try await rows.all("/v1/calls")
    let ids = Set(calls.compactMap { $0["id"]?.text })
    let links = Dictionary(
      uniqueKeysWithValues: calls.compactMap { call in
        call["related_call"]?.text.map { (call["id"]?.text ?? "", $0) }
      })
    #expect(links.values.allSatisfy(ids.contains) && links.allSatisfy { $0 != $1 })
    // A link leads on to a third call, and another leads back.
    #expect(
      links.contains { id, next in links[next].map { $0 != id && links[$0] != id } ?? false }
        || links.contains { _, next in links[next] != nil && links[links[next] ?? ""] == nil })
    #expect(links.contains { id, next in links[next] == id })
  }

  @Test func callsUnderOldKeysAloneAreFilteredAsOthers() async throws {
    let rows = AccountRows(sandbox: try Sandbox(), account: account)
    let calls = try await rows.all("/v1/calls")
    let old = try #require(calls.first { $0["user"] == nil && $0["user_id"]?.text != nil })
    let user = try #require(old["user_id"]?.text)
    let found = try await rows.all("/v1/calls", "&user_id=\(user)")
    let wanted = calls.filter { ($0["user"] ?? $0["user_id"])?.text == user }
    #expect(found == wanted)
  }

  @Test func voicemailsLeadToTheCallsThatLeftThem() async throws {
    var dropped = 0
    for rows in try await AccountRows.several() {
      let calls = try await rows.all("/v1/calls")
      let byID = Dictionary(uniqueKeysWithValues: calls.map { ($0["id"]?.text ?? "", $0) })
      let owners = try await rows.ids("/v1/users")
        .union(rows.ids("/v1/shared_voicemail_boxes"))
      var named: [String] = []
      let messages = try await rows.all("/v1/voicemails")
      for message in messages {
        #expect(owners.contains(message["owner"]?.text ?? ""))
        #expect((message["is_read"] == .flag(true)) == (message["read_at"]?.text != nil))
        let created = try #require(microseconds(message["created_at"]?.text))
        if let read = microseconds(message["read_at"]?.text) {
          #expect(created < read && read < now)
        }
        guard let id = message["call"]?.text else {
          dropped += 1
          continue
        }
        named.append(id)
        let call = try #require(byID[id])
        #expect(call["status"] == .text("voicemail"))
        #expect(call["from_number"] == message["from_number"])
        #expect(try #require(microseconds(call["started_at"]?.text)) < created)
      }
      // Each has its message, and one only.
      let left = calls.filter { $0["status"] == .text("voicemail") }.compactMap { $0["id"]?.text }
      #expect(left.sorted() == named.sorted())
    }
    #expect(dropped > 0)
  }
}
