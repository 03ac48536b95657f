/// A phone number as a person writes it, brought to E.164.
struct PhoneLiteral {
  let text: String

  /// What people write between the digits; spaces and hyphens may be of those that don't break.
  static let separators: Set<Character> = [
    " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}",
  ]

  /// Whether it is more than a few digits, as extensions have.
  var isWhole: Bool { !text.utf8.allSatisfy(\.isDigit) }

  /// Takes `+` and digits, or a number of the United States; spaces, dots, hyphens
  /// and parentheses are left out. What has letters, like an internal id, is taken as it is.
  ///
  /// `nil` for digits that make no number of that region.
  init?(_ text: String) {
    guard !text.utf8.contains(where: \.isLetter) else {
      self.text = text
      return
    }
    // The zero that is dialled at home alone: `+49 (0)30 …`.
    let text = text.hasPrefix("+") ? text.replacing("(0)", with: "") : text
    let compact = text.filter { !Self.separators.contains($0) }
    let digits = compact.first == "+" ? compact.dropFirst() : Substring(compact)
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit) else { return nil }
    if compact.first == "+" {
      self.text = compact
    } else if digits.count == 10 {
      self.text = "+1" + digits
    } else if digits.count == 11, digits.first == "1" {
      self.text = "+" + digits
    } else if digits.count <= 6 {
      self.text = compact
    } else {
      return nil
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (48...57).contains(self) }
  var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) || self == 95 }
}
