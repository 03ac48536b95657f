import Dispatch
import Synchronization
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that this one started. It is killed should nobody wait for its end.
final class ChildProcess: Sendable {
  private let id: pid_t
  private let status = Mutex<Int32?>(nil)

  /// Wraps `posix_spawn`.
  ///
  /// - Throws: `Errno`.
  init(
    _ arguments: [String], _ environment: [String], _ actions: FileActions, isSessionLeader: Bool
  ) throws {
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    try check(posix_spawnattr_init(&attributes))
    defer { posix_spawnattr_destroy(&attributes) }
    var flags = CInt(POSIX_SPAWN_SETSIGDEF)
    if isSessionLeader { flags |= startsSession }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    // Whatever the tests themselves were started with.
    for signal in [SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&defaults, signal) }
    try check(posix_spawnattr_setsigdefault(&attributes, &defaults))
    try check(posix_spawnattr_setflags(&attributes, Int16(flags)))
    var id = pid_t()
    let words = CStrings(arguments)
    let variables = CStrings(environment)
    try check(
      posix_spawn(
        &id, arguments[0], &actions.actions, &attributes, words.pointers, variables.pointers))
    self.id = id
  }

  deinit {
    guard status.withLock({ $0 == nil }) else { return }
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  func signal(_ signal: CInt) {
    guard status.withLock({ $0 == nil }) else { return }
    kill(id, signal)
  }

  /// Waits for the end; the status is 128 more than the signal that brought it.
  func end() async -> Int32 {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async { [self] in continuation.resume(returning: wait()) }
      }
    } onCancel: {
      signal(SIGKILL)
    }
  }

  /// Whether it has ended, whoever waited for it.
  var isOver: Bool {
    status.withLock { status in
      var word = CInt()
      if status == nil, waitpid(id, &word, WNOHANG) == id { status = Self.status(word) }
      return status != nil
    }
  }

  private func wait() -> Int32 {
    if let status = status.withLock({ $0 }) { return status }
    var word = CInt()
    while waitpid(id, &word, 0) < 0, errno == EINTR {}
    let ended = Self.status(word)
    status.withLock { $0 = ended }
    return ended
  }

  private static func status(_ word: CInt) -> Int32 {
    word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + word & 0x7F
  }
}

/// What becomes of a child's descriptors.
final class FileActions {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif

  /// - Throws: `Errno`.
  init() throws {
    try check(posix_spawn_file_actions_init(&actions))
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
  }

  /// Opens the file at `path` in the child as `descriptor`.
  func open(_ path: String, _ mode: CInt, as descriptor: CInt) throws {
    try check(posix_spawn_file_actions_addopen(&actions, descriptor, path, mode, 0o600))
  }

  /// Gives the child a descriptor of this process as `descriptor`.
  func give(_ own: FileDescriptor, as descriptor: CInt) throws {
    try check(posix_spawn_file_actions_adddup2(&actions, own.rawValue, descriptor))
  }
}

/// Texts as C wants them, with a null pointer behind the last.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    pointers = texts.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}

#if canImport(Darwin)
  private let startsSession = CInt(POSIX_SPAWN_SETSID)
#else
  // POSIX_SPAWN_SETSID, which Swift does not see here.
  private let startsSession: CInt = 0x80
#endif

private func check(_ code: CInt) throws {
  guard code == 0 else { throw Errno(rawValue: code) }
}
