import NIOCore

/// Runs tasks on an event loop: what is made of an answer is made where the answer came in, without
/// a change of threads.
///
/// As long as a task computes, the loop reads nothing.
final class EventLoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
