import Synchronization

/// Runs what is asynchronous on the thread that waits for it.
final class OneThread: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
  }

  /// Runs `body` to its end.
  func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    Task(executorPreference: self) {
      do {
        outcome.set(.success(try await body()))
      } catch {
        outcome.set(.failure(error))
      }
    }
    while true {
      if let result = outcome.result { return try result.get() }
      guard let job = jobs.withLock({ $0.popLast() }) else {
        preconditionFailure("something runs on another thread")
      }
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}

/// How it ended, once it has.
private final class Outcome<Value: Sendable>: Sendable {
  private let box = Mutex<Result<Value, any Error>?>(nil)

  var result: Result<Value, any Error>? { box.withLock { $0 } }

  func set(_ result: Result<Value, any Error>) {
    box.withLock { $0 = result }
  }
}
