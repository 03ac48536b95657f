/// Since when the API has something, by the texts of its official SDK.
///
/// The steps behind 3.2 have no release number; each holds all of those before it.
package enum APIStep: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Version 3.0 of the SDK, and whatever came before.
  case v3_0 = "3.0"
  case v3_2 = "3.2"
  case n1 = "N1"
  case n2 = "N2"
  case n3 = "N3"
  case n4 = "N4"

  package static func < (left: APIStep, right: APIStep) -> Bool { left.place < right.place }

  /// How many steps there are before it.
  package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// What a sentence says of it: `since 3.2`; `nil` where it was always there.
  package var phrase: String? {
    switch self {
    case .v3_0: nil
    case .v3_2: "since 3.2"
    case .n1, .n2, .n3, .n4: "newer than 3.2 (\(rawValue))"
    }
  }
}
