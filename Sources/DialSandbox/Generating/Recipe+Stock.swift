import DialStack

extension Recipe {
  /// Numbers that a carrier has, the same for each account.
  static let availablePhoneNumbers = Recipe(
    makers: [
      "city": text { StockPlace(of: $0.key.id).city },
      "state": text { StockPlace(of: $0.key.id).state },
      "rate_center": text { StockPlace(of: $0.key.id).rateCenter },
      "lata": text { StockPlace(of: $0.key.id).lata },
    ],
    count: { _, _ in stock },
    keys: { world, _, _ in
      var random = SplitMix64(seed: world.options.seed ^ stableHash(of: "stock".utf8))
      var numbers: Set<String> = []
      return (0..<stock).map { index in
        var number: String
        repeat {
          let place = StockPlace.all[index % StockPlace.all.count]
          number = "+1\(place.areaCode)\(random.next(in: 2_000_000..<10_000_000))"
        } while !numbers.insert(number).inserted
        return RowIdentity(createdAt: UTCTime(seconds: CallPlanner.now), id: number)
      }
    },
    answers: [
      "area_code": { item, value in number(of: item).hasPrefix("+1\(value)") },
      "npa_nxx": { item, value in number(of: item).hasPrefix("+1\(value)") },
      "zip": { item, value in StockPlace(of: number(of: item)).zips.contains(value) },
    ])

  /// How many numbers there are.
  private static let stock = 1200

  private static func number(of item: ArraySlice<UInt8>) -> String {
    member("phone_number", of: item).map(unquoted) ?? ""
  }
}

/// Where numbers of an area code are.
private struct StockPlace: Sendable {
  let areaCode: Int
  let city: String
  let state: String
  let rateCenter: String
  let lata: String
  let zips: [String]

  static let all = [
    StockPlace(
      areaCode: 415, city: "San Francisco", state: "CA", rateCenter: "SNFC CNTRL", lata: "722",
      zips: ["94103", "94110"]),
    StockPlace(
      areaCode: 212, city: "New York", state: "NY", rateCenter: "NWYRCYZN01", lata: "132",
      zips: ["10001", "10007"]),
    StockPlace(
      areaCode: 312, city: "Chicago", state: "IL", rateCenter: "CHCGZN01", lata: "358",
      zips: ["60601", "60611"]),
    StockPlace(
      areaCode: 512, city: "Austin", state: "TX", rateCenter: "AUSTIN", lata: "558",
      zips: ["78701", "78704"]),
    StockPlace(
      areaCode: 818, city: "Burbank", state: "CA", rateCenter: "BURBANK", lata: "",
      zips: ["91501", "91505"]),
  ]

  /// The place of a number, by its area code.
  init(of number: String) {
    let areaCode = Int(number.dropFirst(2).prefix(3))
    self = Self.all.first { $0.areaCode == areaCode } ?? Self.all[0]
  }

  private init(
    areaCode: Int, city: String, state: String, rateCenter: String, lata: String, zips: [String]
  ) {
    self.areaCode = areaCode
    self.city = city
    self.state = state
    self.rateCenter = rateCenter
    self.lata = lata
    self.zips = zips
  }
}
