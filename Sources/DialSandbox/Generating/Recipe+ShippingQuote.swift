import DialStack

extension Recipe {
  /// The ways to send one order, the cheapest first.
  static let shippingQuote = Recipe(
    makers: [
      "id": text { $0.parents["quote"] ?? "" },
      "hardware_order": text { $0.parents["order"] ?? "" },
      "options": { row in
        let cents = row.random.next(in: 10..<30) * 100
        let ways = [("Ground", cents, "5 days"), ("Express", 3 * cents, "2 days")]
        row.list(ways) { row, way in
          row.object { row in
            row.write("carrier", "UPS")
            row.write("shipping_method", way.0)
            row.write("description", "\(way.2) or less")
            row.write("amount_cents", way.1)
            row.write("estimated_delivery", way.2)
          }
        }
        return .written
      },
      "items": { row in
        row.list([HardwareModel.phone]) { row, model in
          row.object { row in
            row.write("hardware_catalog", model.id)
            row.write("quantity", 1)
          }
        }
        return .written
      },
      "ship_to_address": { row in
        writeAddress(in: &row)
        return .written
      },
      "expires_at": text { $0.key.createdAt.advanced(byDays: 1).text },
      "object": text { _ in "shipping_quote" },
    ])
}
