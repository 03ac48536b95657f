import DialStack

extension Recipe {
  /// Orders with the keys of one step: `status` went when others came, and `paid_at` with the next.
  static let hardwareOrders = Recipe(
    makers: [
      "status": ofSteps(.v3_0...(.v3_2), text { HardwareOrder(of: $0).oldStatus }),
      "payment_status": text { HardwareOrder(of: $0).paymentStatus(at: $0.step) },
      "fulfillment_status": text { HardwareOrder(of: $0).fulfillmentStatus },
      "rejection_reason": nullable {
        HardwareOrder(of: $0).course == .rejected ? "No stock" : nil
      },
      "requested_at": nullable { row in
        HardwareOrder(of: row).placedAt == nil
          ? nil : row.key.createdAt.advanced(bySeconds: 3600).untilNow.text
      },
      "placed_at": nullable { HardwareOrder(of: $0).placedAt?.text },
      "paid_at": ofSteps(.n1...(.n1), nullable { HardwareOrder(of: $0).settledAt?.text }),
      "payment_submitted_at": nullable { HardwareOrder(of: $0).submittedAt?.text },
      "payment_settled_at": nullable { HardwareOrder(of: $0).settledAt?.text },
      "goods_cents": whole { HardwareOrder(of: $0).goodsCents },
      "shipping_cents": number { HardwareOrder(of: $0).shippingCents },
      "total_cents": number { HardwareOrder(of: $0).totalCents },
      "shipping_quoted_at": nullable { HardwareOrder(of: $0).quotedAt?.text },
      "lines": { row in
        let order = HardwareOrder(of: row)
        row.list(order.lines) { row, line in write(line, in: &row, at: order.createdAt) }
        return .written
      },
      "items": { row in
        let order = HardwareOrder(of: row)
        row.list(order.units) { row, unit in write(unit, of: order, in: &row) }
        return .written
      },
      "shipping_method": nullable { HardwareOrder(of: $0).placedAt == nil ? nil : "Ground" },
      "ship_to_recipient": nullable { row in
        let name = row.random.pick(Texts.people)
        return HardwareOrder(of: row).placedAt == nil ? nil : name
      },
      "ship_to_address": { row in
        guard HardwareOrder(of: row).placedAt != nil else { return null(in: &row) }
        writeAddress(in: &row)
        return .written
      },
    ], needs: .cast, picks: ["locations", "devices"])

  /// A maker for a key that the API had for some steps alone.
  private static func ofSteps(_ steps: ClosedRange<APIStep>, _ maker: @escaping Maker) -> Maker {
    let places = steps.lowerBound.place...steps.upperBound.place
    return { places.contains($0.step) ? maker(&$0) : .absent }
  }

  private static func write(
    _ line: (model: HardwareModel, quantity: Int), in row: inout Row, at time: UTCTime
  ) {
    row.object { row in
      row.write("id", row.random.identifier(prefix: "hwol"))
      row.write("hardware_catalog", line.model.id)
      row.write("quantity", line.quantity)
      row.write("unit_price_cents", line.model.cents)
      row.write("amount_cents", line.quantity * line.model.cents)
      row.write("created_at", time.text)
      row.write("updated_at", time.text)
    }
  }

  private static func write(
    _ unit: HardwareOrder.Unit, of order: HardwareOrder, in row: inout Row
  ) {
    row.object { row in
      row.write("id", unit.id)
      row.write("user", unit.user)
      row.write("location", unit.location)
      row.write("device", unit.device)
      row.write("base_item", unit.baseItem)
      row.write("fulfilled_at", order.fulfilledAt?.text)
      row.write("hardware_catalog") { row in
        row.write("id", unit.model.id)
        row.write("manufacturer", "SNOM")
        row.write("model", unit.model.name)
        row.write("sku", "SN-\(unit.model.name)")
        row.write("device_type", unit.model.type)
        row.write("active", true)
        row.write("created_at", "2024-01-01T00:00:00Z")
        row.write("updated_at", "2024-01-01T00:00:00Z")
      }
      if APIStep.n1.place <= row.step {
        row.write("bundle_catalog", unit.isBundled ? HardwareModel.bundle.id : nil)
        row.write("bundle_group", unit.isBundled ? "1" : nil)
      }
      row.write("created_at", order.createdAt.text)
      row.write("updated_at", (order.fulfilledAt ?? order.createdAt).text)
    }
  }

  /// An address as the API has it: one of a few cities.
  static func writeAddress(in row: inout Row) {
    let place = Texts.addresses[row.index % Texts.addresses.count]
    let house = row.random.next(in: 1..<900)
    row.object { row in
      row.write("address_number", String(house))
      row.write("street", place.street)
      if row.random.happens(1, in: 3) { row.write("unit", "2B") }
      row.write("city", place.city)
      row.write("state", place.state)
      row.write("postal_code", place.code)
      row.write("country", "US")
    }
  }
}
