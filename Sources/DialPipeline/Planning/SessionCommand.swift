/// What a statement asks of the session that runs it, beside rows.
///
/// The shell says what its commands do; planning only hands them on.
package protocol SessionCommand: Sendable {}

/// A fact that a session keeps between statements, and that planning only hands on.
package protocol ScopeKey {
  associatedtype Value: Sendable

  /// What holds before anything is set.
  static var initial: Value { get }
}
