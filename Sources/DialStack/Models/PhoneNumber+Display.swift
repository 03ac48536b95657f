extension PhoneNumber {
  /// The number for people: `+1 (415) 555-1234`; see ``E164/display(_:)``.
  public var display: String { E164.display(phoneNumber) }
}
