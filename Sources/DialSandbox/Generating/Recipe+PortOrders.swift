import DialStack

extension Recipe {
  /// Orders whose dates go with how far they are; the numbers of one that is complete are there.
  static let portOrders = Recipe(
    makers: [
      "status": text { PortOrder(of: $0).status },
      "submitted_at": nullable { PortOrder(of: $0).submittedAt?.text },
      "details": object { PortOrder(of: $0).writeDetails(in: &$0) },
    ], needs: .calls)
}

/// One order in the making.
private struct PortOrder {
  let status: String
  let createdAt: UTCTime
  let submittedAt: UTCTime?
  let numbers: [String]

  /// Only the newest orders are under way.
  init(of row: Row) {
    var fact = row.fact("port", ofRow: row.index)
    let isOver = row.index >= 12
    var status =
      isOver
      ? fact.pick(["complete", "complete", "complete", "cancelled", "exception"])
      : fact.pick(["draft", "approved", "submitted", "exception", "foc"])
    let start = row.key.createdAt
    let own = row.callBook?.numbers.last { start <= $0.addedAt }
    createdAt = start
    if status == "complete", own == nil { status = "cancelled" }
    self.status = status
    numbers =
      status == "complete"
      ? [own?.phone].compactMap(\.self)
      : (0..<fact.next(in: 1..<4)).map { _ in PhoneBook.number(&fact) }
    let isWish =
      ["draft", "approved"].contains(status) || status == "cancelled" && fact.happens(1, in: 2)
    submittedAt =
      isWish ? nil : createdAt.advanced(bySeconds: fact.next(in: 3600..<90_000)).untilNow
  }

  func writeDetails(in row: inout Row) {
    row.json.key("phone_numbers")
    row.json.list(numbers)
    writeSubscriber(in: &row)
    let wish = createdAt.advanced(byDays: 14)
    row.write("requested_foc_date", String(wish.text.prefix(10)))
    row.write("requested_foc_time", row.isEvery(3, from: 1) ? nil : "09:00")
    if APIStep.n4.place <= row.step, row.isEvery(2, from: 0) {
      row.write("requested_foc_timezone", "America/Chicago")
    }
    let isFixed = status == "foc" || status == "complete"
    row.write("actual_foc_date", isFixed ? String(wish.advanced(byDays: 2).text.prefix(10)) : nil)
    row.write("losing_carrier") { row in
      row.write("name", "Example Telecom")
      row.write("spid", "1234")
      row.write("port_type", "wireline")
    }
    row.json.key("eligibility")
    row.list(numbers) { row, number in
      row.object { row in
        row.write("phone_number", number)
        row.write("losing_carrier_name", "Example Telecom")
        row.write("losing_carrier_spid", "1234")
        row.write("is_wireless", false)
        row.write("account_number_required", true)
      }
    }
    if status == "exception" {
      row.write("rejection") { row in
        row.write("code", "pin_mismatch")
        row.write("message", "The PIN is another one")
      }
    } else {
      row.write("rejection", nil as String?)
    }
    writePapers(in: &row)
  }

  private func writeSubscriber(in row: inout Row) {
    let place = Texts.addresses[row.index % Texts.addresses.count]
    let house = row.random.next(in: 1..<900)
    row.write("subscriber") { row in
      row.write("btn", numbers.first)
      row.write("business_name", row.random.pick(Texts.companies))
      row.write("approver_name", row.random.pick(Texts.people))
      row.write("account_number", "A-\(1000 + row.index)")
      row.write(
        "pin", row.isEvery(2, from: 0) ? padded(row.random.next(in: 0..<10_000), to: 4) : nil)
      row.write("address") { row in
        row.write("house_number", String(house))
        row.write("street_name", place.street)
        row.write("line2", row.isEvery(3, from: 0) ? "Floor 4" : nil)
        row.write("city", place.city)
        row.write("state", place.state)
        row.write("zip", place.code)
      }
    }
  }

  /// What was handed in; nothing for a draft.
  private func writePapers(in row: inout Row) {
    let isDraft = status == "draft"
    if isDraft {
      row.write("approval", nil as String?)
    } else {
      row.write("approval") { row in
        row.write("signature", row.random.pick(Texts.people))
        row.write("ip", "203.0.113.7")
        row.write("timestamp", createdAt.advanced(bySeconds: 1800).untilNow.text)
      }
    }
    for (place, name) in ["loa", "csr", "bill_copy"].enumerated() {
      guard !isDraft, place == 0 || row.isEvery(3, from: place) else {
        row.write(name, nil as String?)
        continue
      }
      row.write(name) { row in
        row.write("s3_key", "orders/\(row.key.id)/\(name).pdf")
        row.write("content_type", "application/pdf")
        row.write("file_size", row.random.next(in: 20_000..<400_000))
      }
    }
  }
}
