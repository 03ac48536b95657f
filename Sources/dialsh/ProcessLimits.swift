import DialShell

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process must be allowed to have: without descriptors NIO traps, and without threads
/// the runtime waits for them for ever.
enum ProcessLimits {
  private static let cores = ProcessInfo.processInfo.activeProcessorCount
  /// Each event loop takes three, and there is one for each core; the rest is for signals,
  /// connections and files.
  private static let neededDescriptors = 3 * cores + 32
  /// An event loop and a worker for each core; the rest is for signals, the editor and the timer.
  private static let neededThreads = 2 * cores + 6

  /// Why the program can't run, or `nil`. A soft limit that is lower than the hard one is raised.
  static func obstacle() -> String? {
    // Each list that is read has a connection.
    raiseLimit(of: .files, to: neededDescriptors + 16_384)
    let descriptors = freeDescriptors
    if descriptors < neededDescriptors {
      return "too few files may be open at a time: \(descriptors) more, and \(neededDescriptors) "
        + "are needed; `ulimit -n 1024` allows enough"
    }
    let threads = threadsAreAmple ? neededThreads : freeThreads
    if threads < neededThreads {
      return "too few threads may run at a time: \(threads) more, and \(neededThreads) are "
        + "needed; `ulimit -u` counts those of all your programs, `ulimit -v` limits their memory"
    }
    return nil
  }

  /// What the process may have no more than so much of.
  private enum Resource {
    case files, threads, memory

    #if canImport(Glibc)
      var code: __rlimit_resource_t {
        switch self {
        case .files: __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        case .threads: __rlimit_resource_t(__RLIMIT_NPROC.rawValue)
        case .memory: __rlimit_resource_t(RLIMIT_AS.rawValue)
        }
      }
    #else
      var code: CInt {
        switch self {
        case .files: RLIMIT_NOFILE
        case .threads: RLIMIT_NPROC
        case .memory: RLIMIT_AS
        }
      }
    #endif
  }

  /// The limit that counts, and the one that it may be raised to. Wraps `getrlimit`.
  private static func limit(of resource: Resource) -> rlimit? {
    var limit = rlimit()
    return getrlimit(resource.code, &limit) == 0 ? limit : nil
  }

  /// Raises the limit that counts, as far as is allowed. Wraps `setrlimit`.
  private static func raiseLimit(of resource: Resource, to wanted: Int) {
    guard var limit = limit(of: resource), limit.rlim_cur < rlim_t(wanted) else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
    // What could not be raised shows when it is counted what is free.
    _ = setrlimit(resource.code, &limit)
  }

  /// Whether no limit is so low that it takes a try to know, which costs as much as twenty requests of
  /// the system: none of the user's processes, none of memory, none of a container.
  private static var threadsAreAmple: Bool {
    let ample = 4096
    guard let threads = limit(of: .threads), threads.rlim_cur >= rlim_t(ample),
      let memory = limit(of: .memory), memory.rlim_cur >= rlim_t(Int.max)
    else { return false }
    return ["/sys/fs/cgroup/pids.max", "/sys/fs/cgroup/pids/pids.max"].allSatisfy { path in
      guard let text = try? TextFile.read(path, atMost: 1) else { return true }
      let most = text.split(separator: "\n").first.flatMap { Int($0) }
      return most.map { $0 >= ample } ?? true
    }
  }

  /// How many descriptors are free, counted as far as they are needed.
  private static var freeDescriptors: Int {
    let limit = CInt(clamping: sysconf(CInt(_SC_OPEN_MAX)))
    return (0..<max(0, limit)).lazy.filter { fcntl($0, F_GETFD) == -1 }
      .prefix(neededDescriptors).count
  }

  /// How many threads can be started, tried as far as they are needed. Wraps `pthread_create`.
  private static var freeThreads: Int {
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { gate.deallocate() }
    pthread_mutex_init(gate, nil)
    pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    while threads.count < neededThreads, let thread = waitingThread(at: gate) {
      threads.append(thread)
    }
    pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    pthread_mutex_destroy(gate)
    return threads.count
  }

  /// Starts a thread that ends once it has passed `gate`.
  private static func waitingThread(at gate: UnsafeMutablePointer<pthread_mutex_t>) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, nil,
      { argument in
        #if canImport(Darwin)
          let gate = argument.assumingMemoryBound(to: pthread_mutex_t.self)
        #else
          guard let gate = argument?.assumingMemoryBound(to: pthread_mutex_t.self) else {
            return nil
          }
        #endif
        pthread_mutex_lock(gate)
        pthread_mutex_unlock(gate)
        return nil
      }, gate)
    return code == 0 ? thread : nil
  }
}
