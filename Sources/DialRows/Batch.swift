package import DialStack

/// The records of one page, or what a stage made of them.
package struct Batch: Sendable {
  package var records: [Record]
  /// Where its first row would stand, if rows came in their order; `nil` where they do.
  package var rank: RowRank?
  /// How far its rows bring the list that they are of; `nil` for rows that are of none any more.
  package var mark: ListMark?

  package init(records: [Record]) {
    self.records = records
  }

  /// Where the row at `index` would stand among all.
  package func rank(of index: Int) -> RowRank? {
    rank.map { RowRank(list: $0.list, row: $0.row + index) }
  }
}

/// How far the list of an account has come.
package struct ListMark: Sendable, Hashable {
  /// What comes behind it.
  package enum Rest: Sendable, Hashable {
    /// A page.
    case page(ListPlace)
    /// Nothing: it was the last row.
    case nothing
    /// Nothing, since the list could not be read to its end.
    case failure(AccountFailure)
  }

  /// The account; `nil` is the platform.
  package let account: Account.ID?
  package let rest: Rest

  package init(of account: Account.ID?, _ rest: Rest) {
    self.account = account
    self.rest = rest
  }
}

/// Where a row stands among those of several lists, one behind the other.
package struct RowRank: Sendable, Hashable, Comparable {
  /// Which list it is of, from 0.
  package let list: Int
  /// A number that is greater than that of the row before it in the list.
  package let row: Int

  package init(list: Int, row: Int) {
    self.list = list
    self.row = row
  }

  package static func < (left: RowRank, right: RowRank) -> Bool {
    (left.list, left.row) < (right.list, right.row)
  }
}

/// Batches as they flow from stage to stage; each is asked for by the stage behind.
package typealias Batches = any AsyncSequence<Batch, any Error>
