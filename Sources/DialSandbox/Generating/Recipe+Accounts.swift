import DialStack

extension Recipe {
  /// Companies; the account of the API's documents is the one they show.
  static let accounts = Recipe(makers: [
    "name": sparse { isDocumented($0) ? "Harbor Vet" : name(&$0) },
    "email": nullable { row in
      if isDocumented(row) { return "owner@harborvet.example" }
      return row.isEvery(8, from: 5) ? nil : "owner\(row.index + 1)@example.com"
    },
    "primary_contact_name": nullable { row in
      isDocumented(row) ? "Jane Doe" : row.isEvery(6, from: 4) ? nil : row.random.pick(Texts.people)
    },
    "tos_status": text { terms($0) },
    "tos_accepted_at": sparse { row in
      terms(row) == "signed" ? row.key.createdAt.advanced(byDays: 2).text : nil
    },
    "config": { row in
      writeConfig(in: &row)
      return .written
    },
  ])

  private static func isDocumented(_ row: Row) -> Bool {
    row.key.id == SandboxOptions.documentAccount.rawValue
  }

  private static func name(_ row: inout Row) -> String? {
    row.isEvery(13, from: 9) ? nil : row.text(Texts.companies, oddEvery: 4)
  }

  private static func terms(_ row: Row) -> String {
    var fact = row.fact("tos_status", ofRow: row.index)
    return isDocumented(row)
      ? "signed" : fact.pick(["signed", "signed", "unsigned", "not_required"])
  }

  private static let places = [
    ("US", "America/New_York"), ("US", "America/Chicago"), ("US", "America/Los_Angeles"),
    ("CA", "America/Toronto"), ("GB", "Europe/London"), ("DE", "Europe/Berlin"),
  ]

  private static func writeConfig(in row: inout Row) {
    let (region, timezone) = isDocumented(row) ? places[0] : row.random.pick(places)
    let isBare = row.isEvery(7, from: 6) && !isDocumented(row)
    let digits = row.random.next(in: 3..<7)
    row.object { row in
      guard !isBare else { return }
      row.write("region", region)
      row.write("timezone", timezone)
      row.write("extension_length", digits)
      row.write("recording_enabled", digits > 4)
      row.write("max_phone_numbers", digits * 100)
      writeSwitches(in: &row)
    }
  }

  /// What can be turned on and off, and for how long things are kept, by the step that brought it.
  private static func writeSwitches(in row: inout Row) {
    row.write("transcription_enabled", row.isEvery(2, from: 0))
    row.write("redaction_enabled", false)
    if row.isEvery(3, from: 1) { row.write("default_agent_visible", true) }
    row.write("e911_notification") { row in
      row.json.key("emails")
      row.json.list(row.isEvery(3, from: 2) ? [] : ["safety@example.com"])
    }
    if APIStep.n1.place <= row.step { row.write("transcript_retention_days", 90) }
    if APIStep.n3.place <= row.step {
      for way in ["inbound", "outbound", "internal"] {
        row.write("recording_\(way)_enabled", way != "internal")
      }
    }
    guard APIStep.n4.place <= row.step else { return }
    row.write("recording_retention_days", 365)
    for way in ["inbound", "outbound", "internal"] {
      row.write("transcription_\(way)_enabled", true)
    }
  }
}
