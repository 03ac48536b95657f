import Synchronization

/// What other tasks and signal handlers have to tell the editor's thread.
final class Mailbox: Sendable {
  /// Everything that has come in since it was last looked at.
  struct Mail {
    var isResized = false
    var isContinued = false
    var isCancelled = false
    var notices: [String] = []
  }

  private struct State {
    var mail = Mail()
    var reading = 0
    var isReading = false
  }

  /// Ends the wait for a key as soon as there is mail.
  let wakeUp: WakeUp
  private let state = Mutex(State())
  private let error: CInt

  /// Makes an empty mailbox; notices that come between two lines go to `error`.
  init(error: CInt) throws(LineEditorError) {
    wakeUp = try WakeUp()
    self.error = error
  }

  /// Begins a reading and names it, so that a late cancellation hits no other.
  func beginReading() -> Int {
    state.withLock { state in
      state.reading += 1
      state.isReading = true
      state.mail = Mail()
      return state.reading
    }
  }

  /// Ends the reading and writes the notices that came too late to be drawn.
  func endReading() {
    state.withLock { state in
      state.isReading = false
      for notice in state.mail.notices { Terminal.write(notice + "\n", to: error) }
      state.mail = Mail()
    }
  }

  func take() -> Mail {
    state.withLock { state in
      defer {
        state.mail.isResized = false
        state.mail.isContinued = false
        state.mail.notices = []
      }
      return state.mail
    }
  }

  func cancel(_ reading: Int) {
    post { state in
      if state.isReading, state.reading == reading { state.mail.isCancelled = true }
    }
  }

  func resized() { post { $0.mail.isResized = true } }

  func continued() { post { $0.mail.isContinued = true } }

  func show(_ notice: String) {
    post { [error] state in
      if state.isReading {
        state.mail.notices.append(notice)
      } else {
        Terminal.write(notice + "\n", to: error)
      }
    }
  }

  private func post(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
    wakeUp.signal()
  }
}
