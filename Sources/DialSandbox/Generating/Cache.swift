import Synchronization

/// What was worked out once and is asked for again.
final class Cache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// The value for `key`, made when it is first asked for.
  func value(for key: Key, making make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    // Not under the lock: to make it may need the values of other keys.
    let value = make()
    known.withLock { $0[key] = value }
    return value
  }
}
