import DialStack

extension Recipe {
  /// Faxes whose direction, status and times go together.
  static let faxes = Recipe(
    makers: [
      "direction": text { isInbound($0) ? "inbound" : "outbound" },
      "status": text { faxStatus(of: $0) },
      "did": text { row in
        number(of: row)?.id ?? row.id(prefix: "did")
      },
      "from_number": nullable { row in
        isInbound(row)
          ? (row.isEvery(12, from: 7) ? nil : outsider(of: row)) : number(of: row)?.phone
      },
      "to_number": nullable { isInbound($0) ? number(of: $0)?.phone : outsider(of: $0) },
      "call_id": nullable { _ in nil },
      "pages": number { row in
        switch faxStatus(of: row) {
        case "received", "delivered": sourcePages(of: row)
        case "failed": sourcePages(of: row) / 3
        default: nil
        }
      },
      "source_pages": number { sourcePages(of: $0) },
      "error_code": nullable { row in
        faxStatus(of: row) == "failed" ? row.random.pick(["no_answer", "busy", "line_lost"]) : nil
      },
      "attempts": whole { faxStatus(of: $0) == "failed" ? 3 : 1 },
      "read_at": nullable { row in
        guard isInbound(row), row.isEvery(3, from: 1) || row.isEvery(2, from: 0) else { return nil }
        return row.key.createdAt.advanced(bySeconds: row.random.next(in: 600..<90_000)).untilNow
          .text
      },
      "submitted_at": nullable {
        isInbound($0) ? nil : $0.key.createdAt.advanced(bySeconds: 5).text
      },
      "completed_at": nullable { row in
        guard faxStatus(of: row) != "pending" else { return nil }
        return row.key.createdAt.advanced(bySeconds: 40 + 30 * sourcePages(of: row)).untilNow.text
      },
    ], needs: .calls)

  private static func isInbound(_ row: Row) -> Bool {
    var fact = row.fact("direction", ofRow: row.index)
    return fact.happens(3, in: 5)
  }

  /// Only the newest ones may still be under way.
  private static func faxStatus(of row: Row) -> String {
    if isInbound(row) { return "received" }
    if row.index < 3 { return "pending" }
    var fact = row.fact("status", ofRow: row.index)
    return fact.happens(1, in: 7) ? "failed" : "delivered"
  }

  private static func sourcePages(of row: Row) -> Int {
    var fact = row.fact("pages", ofRow: row.index)
    return fact.next(in: 1..<30)
  }

  private static func outsider(of row: Row) -> String {
    var fact = row.fact("outsider", ofRow: row.index)
    return PhoneBook.number(&fact)
  }

  /// A number that the account had then.
  private static func number(of row: Row) -> OwnedNumber? {
    var fact = row.fact("did", ofRow: row.index)
    return row.callBook?.number(&fact, at: row.key.createdAt)
  }
}
