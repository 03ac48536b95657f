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
    row.json.object { json in
      guard !isBare else { return }
      json.key("region")
      json.text(region)
      json.key("timezone")
      json.text(timezone)
      json.key("extension_length")
      json.integer(digits)
      json.key("recording_enabled")
      json.boolean(digits > 4)
      json.key("max_phone_numbers")
      json.integer(digits * 100)
    }
  }
}
