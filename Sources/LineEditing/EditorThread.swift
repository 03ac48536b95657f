#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// A thread of its own that runs an actor's jobs one after the other.
///
/// Reading a line blocks until somebody types; on the shared pool that would take a
/// processor away from everyone else.
final class EditorThread: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let wakeUp: WakeUp

  init() throws(LineEditorError) {
    wakeUp = try WakeUp()
    let thread = Unmanaged.passRetained(self)
    let code = startThread(with: thread.toOpaque())
    guard code == 0 else {
      thread.release()
      throw .unavailable(step: "thread", code: code)
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
    wakeUp.signal()
  }

  /// Lets the thread end after the jobs that are waiting.
  func stop() {
    state.withLock { $0.isStopped = true }
    wakeUp.signal()
  }

  /// Runs what is enqueued until the thread is stopped.
  func runJobs() {
    while true {
      wakeUp.wait()
      wakeUp.reset()
      let (jobs, isStopped) = state.withLock { state in
        defer { state.jobs = [] }
        return (state.jobs, state.isStopped)
      }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
      if isStopped { return }
    }
  }
}

/// Starts a thread that nobody joins for a retained `EditorThread`.
private func startThread(with thread: UnsafeMutableRawPointer) -> CInt {
  #if canImport(Darwin)
    var id: pthread_t?
    let code = pthread_create(&id, nil, { runThread($0) }, thread)
    if code == 0, let id { pthread_detach(id) }
  #else
    var id = pthread_t()
    let code = pthread_create(&id, nil, { $0.flatMap { runThread($0) } }, thread)
    if code == 0 { pthread_detach(id) }
  #endif
  return code
}

private func runThread(_ thread: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<EditorThread>.fromOpaque(thread).takeRetainedValue().runJobs()
  return nil
}
