import DialRows
import DialStack

/// A page of an account's list, and what was found in it.
struct ListedPage: Sendable {
  let page: RecordPage
  /// The rows as the API sent them.
  let records: [Record]
  /// Those that its own filter lets through.
  let wanted: [Record]
  /// How many of the others the API should have kept back.
  let unfiltered: Int
  /// Whether times rise in it where they should fall.
  let isOutOfOrder: Bool
  /// Where reading can go on behind it; `nil` behind the last page that is wanted.
  let rest: ListPlace?
  /// Whether it is known that no further page is wanted.
  let isLast: Bool

  /// How far it brings the list of an account; `nil` where nobody could go on.
  func mark(of account: Account.ID?) -> ListMark? {
    isLast ? ListMark(of: account, .nothing) : rest.map { ListMark(of: account, .page($0)) }
  }
}
