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
    raiseDescriptors(to: neededDescriptors + 1024)
    let descriptors = freeDescriptors
    if descriptors < neededDescriptors {
      return "too few files may be open at a time: \(descriptors) more, and \(neededDescriptors) "
        + "are needed; `ulimit -n 1024` allows enough"
    }
    let threads = freeThreads
    if threads < neededThreads {
      return "too few threads may run at a time: \(threads) more, and \(neededThreads) are "
        + "needed; `ulimit -u` counts those of all your programs, `ulimit -v` limits their memory"
    }
    return nil
  }

  /// Raises the soft limit of open files, as far as the hard one allows. Wraps `setrlimit`.
  private static func raiseDescriptors(to wanted: Int) {
    var limit = rlimit()
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < rlim_t(wanted) else { return }
    limit.rlim_cur = min(limit.rlim_max, rlim_t(wanted))
    // What could not be raised shows when free descriptors are counted.
    _ = setrlimit(files, &limit)
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
