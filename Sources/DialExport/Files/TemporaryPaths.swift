import Synchronization

/// The files of this process that must not outlive it, should it be ended in the middle.
package enum TemporaryPaths {
  private static let paths = Mutex<Set<String>>([])

  package static func add(_ path: String) {
    _ = paths.withLock { $0.insert(path) }
  }

  /// Forgets a file that is gone, or has another name.
  package static func forget(_ path: String) {
    _ = paths.withLock { $0.remove(path) }
  }

  /// Removes every file: the last act of a process that is ended.
  package static func removeAll() {
    for path in paths.withLock({ $0 }) { PathStatus.remove(path) }
  }
}
