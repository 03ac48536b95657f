import DialStack
import DialTestSupport
import Foundation
import Testing

/// Times in the models, by way of a phone number's JSON.
@Suite struct TimeTests {
  private func date(_ text: String) throws -> Date {
    let json = #"{"id":"a","phone_number":"b","status":"c","created_at":"\#(text)"}"#
    return try JSONDecoder().decode(PhoneNumber.self, from: Data(json.utf8)).createdAt
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0.0), ("2026-01-15T10:00:00Z", 1_768_471_200),
    ("2026-01-15t10:00:00z", 1_768_471_200), ("2026-01-15T10:00:00.5Z", 1_768_471_200.5),
    ("2026-01-15T10:00:00.123456789Z", 1_768_471_200.123456789),
    ("2026-01-15T12:30:00+02:30", 1_768_471_200), ("2026-01-15T00:00:00-10:00", 1_768_471_200),
    ("2026-01-15T10:00:00+00:00", 1_768_471_200), ("2000-02-29T00:00:00Z", 951_782_400),
    ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ("2016-12-31T23:59:60Z", 1_483_228_800), ("2026-01-15T10:00:00.0000000000009Z", 1_768_471_200),
  ])
  func theseAreTimes(_ text: String, _ seconds: Double) throws {
    #expect(abs(try date(text).timeIntervalSince1970 - seconds) < 1e-6)
  }

  @Test(arguments: [
    "", "yesterday", "2026-01-15", "2026-01-15T10:00Z", "2026-01-15 10:00:00Z",
    "2026-01-15T10:00:00", "2026-1-15T10:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-01-15T24:00:00Z", "2026-01-15T10:60:00Z", "2026-01-15T10:00:61Z", "2026-01-15T10:00:00.Z",
    "2026-01-15T10:00:00+2:30", "2026-01-15T10:00:00+02:60", "2026-01-15T10:00:00+24:00",
    "2026-01-15T10:00:00ZZ", "-026-01-15T10:00:00Z", "٢٠٢٦-01-15T10:00:00Z", "0000-01-01T00:00:00Z",
  ])
  func theseAreNot(_ text: String) {
    #expect(throws: DecodingError.self) { try date(text) }
  }

  @Test func timesSurviveWritingAndReading() throws {
    var number = try JSONDecoder().decode(
      PhoneNumber.self, from: Data(JSON.number("did_1").utf8))
    let seed = SeededGenerator().seed
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let seconds = Int.random(in: -62_135_596_800..<253_402_300_800, using: &generator)
      number.createdAt = Date(timeIntervalSince1970: Double(seconds))
      let read = try JSONDecoder().decode(PhoneNumber.self, from: JSONEncoder().encode(number))
      #expect(read == number, "DIALSH_SEED=\(seed)")
    }
  }

  @Test func timesAreWrittenAsTheAPIDoes() throws {
    let texts = [
      "1969-12-31T23:59:59.5Z", "2026-01-15T10:00:00Z", "2026-01-15T10:00:00.123456Z",
      "2000-02-29T23:59:59.000001Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ]
    var number = try JSONDecoder().decode(
      PhoneNumber.self, from: Data(JSON.number("did_1").utf8))
    for text in texts {
      number.createdAt = try date(text)
      let written = String(decoding: try JSONEncoder().encode(number), as: UTF8.self)
      #expect(written.contains(#""created_at":"\#(text)""#))
    }
  }

  @Test func timesBeyondTheCalendarAreNotWritten() throws {
    var number = try JSONDecoder().decode(
      PhoneNumber.self, from: Data(JSON.number("did_1").utf8))
    number.expiresAt = .distantFuture.addingTimeInterval(1e12)
    #expect(throws: EncodingError.self) { try JSONEncoder().encode(number) }
  }
}
