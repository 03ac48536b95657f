package import DialStack

/// How far a run came with the list of one account.
package struct AccountOutcome: Sendable {
  /// How the list ended.
  package enum Ending: Sendable {
    /// Its last page was read.
    case whole
    /// Nobody asked for further pages, or not yet.
    case stopped
    case failed(any Error)
  }

  /// The account; `nil` for a list of the platform.
  package let account: Account.ID?
  /// Which of several accounts it is, from 0 in their order.
  package let place: Int
  package var ending = Ending.stopped
  /// How many rows its pages had, before any stage.
  package var rows = 0
  package var pages = 0

  package init(of account: Account.ID?, at place: Int) {
    self.account = account
    self.place = place
  }
}
