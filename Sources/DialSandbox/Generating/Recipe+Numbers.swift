extension Recipe {
  /// Phone numbers whose fields go together: what is released was disconnected, what is
  /// temporary expires, what drops calls rings nobody.
  static let numbers = Recipe(
    makers: [
      "phone_number": text { phoneNumber(of: $0) },
      "status": text { status(of: $0) },
      "number_class": text { isTemporary($0) ? "temporary" : "account_owned" },
      "inbound_routing": text { dropsCalls($0) ? "drop" : "default" },
      "routing_target": sparse { routingTarget(of: &$0) },
      "caller_id_name": sparse { row in
        row.isEvery(4, from: 3) ? nil : row.text(Texts.callerNames, oddEvery: 7)
      },
      "caller_id_prefix": sparse { row in
        row.isEvery(6, from: 1) ? row.random.pick(["[Acme]", "[Sales]", "(VIP)"]) : nil
      },
      "directory_listing_name": sparse { row in
        row.isEvery(3, from: 2) ? nil : row.text(Texts.companies, oddEvery: 11)
      },
      "expires_at": sparse { row in
        isTemporary(row) ? row.key.createdAt.advanced(byDays: 90).text : nil
      },
      "disconnected_at": sparse { row in
        status(of: row) == "released" ? row.key.createdAt.advanced(byDays: 45).text : nil
      },
      "config": { row in
        guard row.isEvery(5, from: 2) else { return .absent }
        writeConfig(in: &row)
        return .written
      },
    ],
    count: { world, _ in world.options.numbers },
    addUnknownKeys: { row in
      guard row.isEvery(23, from: 4) else { return }
      row.json.key("carrier_hint")
      row.json.raw(#"{"lata":"132","tags":["a",null,{"deep":[]}]}"#)
    })

  /// Some rows share the number of an older one.
  private static func phoneNumber(of row: Row) -> String {
    let owner = row.isEvery(25, from: 10) ? row.index - 3 : row.index
    var fact = row.fact("phone_number", ofRow: owner)
    return PhoneBook.number(&fact)
  }

  /// What a number rings, if it is not everybody.
  ///
  /// - Precondition: nothing has taken from the row's random numbers yet.
  static func routingTarget(of row: inout Row) -> String? {
    guard !dropsCalls(row), row.random.happens(3, in: 5) else { return nil }
    return row.id(prefix: row.random.pick(["user", "rg", "qu", "dp", "va"]))
  }

  /// The number that a row is, if it takes calls at some time.
  static func ownedNumber(_ row: Row) -> OwnedNumber? {
    let status = status(of: row)
    guard status == "active" || status == "released" else { return nil }
    let ends = [
      status == "released" ? row.key.createdAt.advanced(byDays: 45) : nil,
      isTemporary(row) ? row.key.createdAt.advanced(byDays: 90) : nil,
    ]
    return OwnedNumber(
      id: row.key.id, phone: phoneNumber(of: row), addedAt: row.key.createdAt,
      endedAt: ends.compactMap { $0 }.min())
  }

  /// Most are active; two rows of a list have a status that the catalog doesn't know.
  static func status(of row: Row) -> String {
    guard row.index != 60, row.index != 157 else { return "quarantined" }
    var fact = row.fact("status", ofRow: row.index)
    switch fact.next(in: 0..<20) {
    case 0..<13: return "active"
    case 13..<16: return "inactive"
    case 16..<18: return "pending"
    default: return "released"
    }
  }

  private static func isTemporary(_ row: Row) -> Bool {
    var fact = row.fact("number_class", ofRow: row.index)
    return fact.happens(1, in: 9)
  }

  private static func dropsCalls(_ row: Row) -> Bool {
    var fact = row.fact("inbound_routing", ofRow: row.index)
    return fact.happens(1, in: 8)
  }

  private static func writeConfig(in row: inout Row) {
    let recipients = row.isEvery(2, from: 0) ? ["fax@example.com", "desk@example.com"] : []
    row.json.object { json in
      json.key("fax_notifications")
      json.object { json in
        json.key("recipients")
        json.list(recipients)
        json.key("delete_documents")
        json.boolean(false)
        json.key("attach_pdf")
        json.boolean(true)
      }
    }
  }
}
