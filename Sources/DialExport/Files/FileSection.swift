package import DialStack

/// The rows of an account, as bytes of a file.
package struct FileSection: Sendable, Hashable {
  package let account: Account.ID
  package let range: Range<Int>

  package init(of account: Account.ID, _ range: Range<Int>) {
    self.account = account
    self.range = range
  }
}
