import DialStack

/// One order of hardware in the making: what its fields agree on.
struct HardwareOrder {
  /// How far an order has come; each of the first five is behind the one before it.
  enum Course: Int {
    case draft, placed, submitted, settled, fulfilled, failed, reversed, rejected
  }

  /// One thing to unpack.
  struct Unit {
    let id: String
    let model: HardwareModel
    let user: String?
    let location: String?
    let device: String?
    let baseItem: String?
    /// Whether it came in the bundle.
    let isBundled: Bool
  }

  let course: Course
  let units: [Unit]
  let createdAt: UTCTime
  private let shipping: Int?

  init(of row: Row) {
    var fact = row.fact("order", ofRow: row.index)
    createdAt = row.key.createdAt
    let over: [Course] = [.fulfilled, .fulfilled, .fulfilled, .failed, .reversed, .rejected]
    let begun: [Course] = [.draft, .placed, .submitted, .settled]
    let isNew = UTCTime(seconds: CallPlanner.now - 30 * 86_400) < createdAt
    course = isNew || fact.happens(1, in: 3) ? fact.pick(begun) : fact.pick(over)
    let isQuoted = course != .draft || fact.happens(1, in: 2)
    // 0 is a price.
    shipping = isQuoted ? fact.pick([0, 1200, 1500, 2900]) : nil
    let isBundle = fact.happens(1, in: 4)
    let locations = row.ids(of: .to("locations")) ?? []
    let devices = course == .fulfilled ? row.ids(of: .to("devices")) ?? [] : []
    var units: [Unit] = []
    for index in 0..<fact.next(in: 1..<4) + (isBundle ? 1 : 0) {
      let base = units.first { $0.model == .base }
      let model: HardwareModel =
        isBundle && index < 2
        ? (index == 0 ? .base : .handset)
        : fact.pick(base == nil ? [.phone, .phone, .base] : [.phone, .handset])
      let taken = Set(units.compactMap(\.device))
      let free = devices.filter { $0.hasPrefix("\(model.prefix)_") && !taken.contains($0) }
      units.append(
        Unit(
          id: fact.identifier(prefix: "hwoi"), model: model,
          user: row.cast?.users.isEmpty == false && model != .base
            ? row.cast.map { fact.pick($0.users) } : nil,
          location: locations.isEmpty || model == .handset ? nil : fact.pick(locations),
          device: free.isEmpty ? nil : fact.pick(free),
          baseItem: model == .handset ? base?.id : nil, isBundled: isBundle && index < 2))
    }
    self.units = units
  }

  // Times, each behind the one before it and none behind now.
  var placedAt: UTCTime? { course == .draft ? nil : after(days: 1) }
  var submittedAt: UTCTime? {
    switch course {
    case .draft, .placed, .rejected: nil
    case .submitted, .settled, .fulfilled, .failed, .reversed: after(days: 2)
    }
  }
  /// A reversed order keeps it.
  var settledAt: UTCTime? {
    switch course {
    case .settled, .fulfilled, .reversed: after(days: 5)
    case .draft, .placed, .submitted, .failed, .rejected: nil
    }
  }
  var fulfilledAt: UTCTime? { course == .fulfilled ? after(days: 9) : nil }
  var quotedAt: UTCTime? { shipping == nil ? nil : createdAt.advanced(bySeconds: 600).untilNow }

  private func after(days: Int) -> UTCTime { createdAt.advanced(byDays: days).untilNow }

  // The words of the steps.
  var oldStatus: String {
    switch course {
    case .draft: "draft"
    case .placed, .submitted, .failed: "submitted"
    case .settled: "approved"
    case .fulfilled: "fulfilled"
    case .reversed: "cancelled"
    case .rejected: "rejected"
    }
  }
  func paymentStatus(at step: Int) -> String {
    guard APIStep.n1.place < step else { return settledAt == nil ? "unpaid" : "paid" }
    return switch course {
    case .draft, .placed, .rejected: "unpaid"
    case .submitted: "submitted"
    case .settled, .fulfilled: "settled"
    case .failed: "failed"
    case .reversed: "reversed"
    }
  }
  var fulfillmentStatus: String {
    switch course {
    case .settled, .fulfilled: "released"
    case .rejected: "rejected"
    case .draft, .placed, .submitted, .failed, .reversed: "on_hold"
    }
  }

  // The bill.
  var goodsCents: Int { lines.reduce(0) { $0 + $1.quantity * $1.model.cents } }
  var shippingCents: Int? { shipping }
  var totalCents: Int? { shipping.map { $0 + goodsCents } }

  /// A line a thing that was ordered: a bundle is one.
  var lines: [(model: HardwareModel, quantity: Int)] {
    let bundles = units.contains(where: \.isBundled) ? [(HardwareModel.bundle, 1)] : []
    let loose = HardwareModel.allCases.map { model in
      (model, units.count { !$0.isBundled && $0.model == model })
    }
    return (bundles + loose.filter { $0.1 > 0 }).map { (model: $0.0, quantity: $0.1) }
  }
}

/// What can be ordered.
enum HardwareModel: Int, CaseIterable {
  case phone = 1
  case base, handset, bundle

  var id: String { "hwc_01h2xcejqtf2nbrexx3vqjhp5\(rawValue)" }
  var name: String { ["D785", "M500", "M55", "M500 with M55"][rawValue - 1] }
  var type: String { ["deskphone", "dect_base", "dect_handset", "bundle"][rawValue - 1] }
  var cents: Int { [14900, 19900, 8900, 26900][rawValue - 1] }
  /// What the ids of the devices that it becomes begin with.
  var prefix: String { ["dev", "dectb", "decth", ""][rawValue - 1] }
}
