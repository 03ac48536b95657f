import DialStack
import Synchronization

/// The rows of every list, made when they are first asked for.
final class Store: Sendable {
  private let shelves: [ListName: Shelf]

  /// - Parameter contents: how the items of each list come to be.
  init(_ contents: [ListName: @Sendable () -> ItemList]) {
    shelves = contents.mapValues { Shelf($0) }
  }

  /// The rows of `resource`; `nil` for an account that isn't there.
  func rows(of resource: Resource, in account: String?) -> Rows? {
    shelves[ListName(resource: resource.name, account: account)]?.rows()
  }
}

/// Which list: a resource, and the account it belongs to unless it is the platform's.
struct ListName: Sendable, Hashable {
  let resource: String
  let account: String?
}

/// A list that may still have to be made.
private final class Shelf: Sendable {
  private let make: @Sendable () -> ItemList
  private let made = Mutex<Rows?>(nil)

  init(_ make: @escaping @Sendable () -> ItemList) {
    self.make = make
  }

  /// The rows; whoever comes while they are being made waits.
  func rows() -> Rows {
    made.withLock { made in
      if let made { return made }
      let rows = Rows(make())
      made = rows
      return rows
    }
  }
}
