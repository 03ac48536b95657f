import DialStack

extension Recipe {
  /// Numbers that were bought, and are there now, or given back, and are not.
  static let phoneNumberOrders = Recipe(
    makers: [
      "order_type": text { NumberOrder(of: $0).isPurchase ? "purchase" : "disconnect" },
      "status": text { NumberOrder(of: $0).status },
      "phone_numbers": phones { $0.completed + $0.failed + $0.pending },
      "completed_numbers": phones(\.completed),
      "failed_numbers": phones(\.failed),
      "error_message": nullable { row in
        let order = NumberOrder(of: row)
        guard !order.failed.isEmpty else { return nil }
        return order.isPurchase ? "Not available" : "Not a number of the account"
      },
    ], needs: .calls)

  private static func phones(_ numbers: @escaping @Sendable (NumberOrder) -> [String]) -> Maker {
    { row in
      row.json.list(numbers(NumberOrder(of: row)))
      return .written
    }
  }
}

/// One order in the making.
private struct NumberOrder {
  let isPurchase: Bool
  var completed: [String] = []
  var failed: [String] = []
  var pending: [String] = []

  var status: String {
    guard pending.isEmpty else { return "pending" }
    guard !failed.isEmpty else { return "complete" }
    return completed.isEmpty ? "failed" : "partial"
  }

  /// Only the newest orders may be under way.
  init(of row: Row) {
    var fact = row.fact("order", ofRow: row.index)
    isPurchase = fact.happens(4, in: 5)
    let others = (0..<fact.next(in: 1..<4)).map { _ in PhoneBook.number(&fact) }
    guard row.index >= 3 else {
      pending = isPurchase ? others : [row.callBook?.numbers.first?.phone ?? others[0]]
      return
    }
    let outcome = fact.next(in: 0..<10)
    if outcome != 0, let number = number(after: row.key.createdAt, in: row.callBook) {
      completed = [number]
    }
    if completed.isEmpty || outcome == 1 { failed = others }
  }

  /// The number that the account got, or gave up, next after a moment.
  private func number(after moment: UTCTime, in book: CallBook?) -> String? {
    let times = (book?.numbers ?? []).compactMap { number -> (UTCTime, String)? in
      let time = isPurchase ? number.addedAt : number.endedAt
      return time.map { ($0, number.phone) }
    }
    let now = UTCTime(seconds: CallPlanner.now)
    return times.filter { moment <= $0.0 && $0.0 <= now }.min { $0.0 < $1.0 }?.1
  }
}
