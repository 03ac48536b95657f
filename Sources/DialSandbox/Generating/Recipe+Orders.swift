import DialStack

extension Recipe {
  /// Orders with the keys of one step: `status` went when others came, and `paid_at` with the next.
  static let hardwareOrders = Recipe(makers: [
    "status": ofSteps(.v3_0...(.v3_2), "status"), "paid_at": ofSteps(.n1...(.n1), "paid_at"),
  ])

  /// A maker by kind for a key that the API had for some steps alone.
  private static func ofSteps(_ steps: ClosedRange<APIStep>, _ name: String) -> Maker {
    guard let field = Resource.hardwareOrders.field(named: name) else { return { _ in .absent } }
    let maker = maker(byKindOf: field)
    let places = steps.lowerBound.place...steps.upperBound.place
    return { places.contains($0.step) ? maker(&$0) : .absent }
  }
}
