package import DialStack

/// A function over the values of a row.
///
/// A new one is a type in a file of its own; it is told from others by its name.
package protocol RowFunction: Sendable {
  static var name: String { get }

  /// The kind of each argument; `nil` takes a value of any.
  static var parameters: [FieldKind?] { get }

  /// How many arguments it takes; the last of the parameters stands for all that are more.
  ///
  /// The default is one a parameter.
  static var arity: ClosedRange<Int> { get }

  /// The kind of what it gives; `nil` if that depends on its arguments.
  static var result: FieldKind? { get }

  /// The kind of what it gives for arguments of these kinds. The default is ``result``.
  static func result(for arguments: [FieldKind?]) -> FieldKind?

  /// The known values of what it gives, in the order in which they are sorted; none by default.
  static var choices: [String] { get }

  /// Whether its result depends on the zone that days are in. The default is that it doesn't.
  static var countsDays: Bool { get }

  /// The kind of value that its result shows to people, in a spelling that only we make.
  static var spells: FieldKind? { get }

  /// Appends the text that the function makes of one text; `false`, and nothing, where it makes none
  /// of it or that takes a ``value(of:)``. What it does must be the same by either way.
  static func appendText(of text: RawSpan, to bytes: inout [UInt8]) -> Bool

  /// The result for as many values as its arity says, whatever their kinds.
  static func value(of arguments: Span<Value>) -> Value

  /// The same where it depends on the zone that days are in, as ``countsDays`` says.
  static func value(of arguments: Span<Value>, in zone: Zone) -> Value
}

extension RowFunction {
  package static var arity: ClosedRange<Int> { parameters.count...parameters.count }
  package static func result(for arguments: [FieldKind?]) -> FieldKind? { result }
  package static var choices: [String] { [] }
  package static var countsDays: Bool { false }
  package static func value(of arguments: Span<Value>, in zone: Zone) -> Value {
    value(of: arguments)
  }
  package static var spells: FieldKind? { nil }
  package static func appendText(of text: RawSpan, to bytes: inout [UInt8]) -> Bool { false }
}
