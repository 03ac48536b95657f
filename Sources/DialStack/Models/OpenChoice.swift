/// A value of a field that has known values, to which the API may add others.
///
/// A value that is not known is kept as it came: `PhoneNumber.Status(rawValue: "porting")`.
public protocol OpenChoice: RawRepresentable<String>, Sendable, Hashable, Codable,
  CustomStringConvertible
{
  /// Takes any value, known or not.
  init(rawValue: String)
}

extension OpenChoice {
  /// The value as the API spells it.
  public var description: String { rawValue }
}
