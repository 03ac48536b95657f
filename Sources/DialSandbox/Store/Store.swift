import Synchronization

/// The rows of every list, made when they are first asked for.
final class Store: Sendable {
  /// How the items of a list come to be; `nil` for a list that isn't there.
  private let maker: @Sendable (ListName) -> (@Sendable () -> ItemList)?
  private let shelves = Mutex<[ListName: Shelf]>([:])

  init(_ maker: @escaping @Sendable (ListName) -> (@Sendable () -> ItemList)?) {
    self.maker = maker
  }

  /// The rows of `list`, told apart by their member `key`; `nil` for a list that isn't there.
  ///
  /// - Parameter answers: what is known of fields that only the query carries, by their names.
  func rows(
    of list: ListName, by key: String, answers: [String: FilterTerm.Answer]
  ) -> Rows? {
    if let shelf = shelves.withLock({ $0[list] }) { return shelf.rows() }
    guard let make = maker(list) else { return nil }
    let shelf = shelves.withLock { shelves in
      let shelf = shelves[list] ?? Shelf { Rows(make(), by: key, answers: answers) }
      shelves[list] = shelf
      return shelf
    }
    return shelf.rows()
  }
}

/// Which list: a resource, and what it belongs to.
struct ListName: Sendable, Hashable {
  let resource: String
  /// The account, unless the list is the platform's.
  let account: String?
  /// The ids of its other parents, in the order of the path.
  let parents: [String]
}

/// A list that may still have to be made.
private final class Shelf: Sendable {
  private let make: @Sendable () -> Rows
  private let made = Mutex<Rows?>(nil)

  init(_ make: @escaping @Sendable () -> Rows) {
    self.make = make
  }

  /// The rows; whoever comes while they are being made waits.
  func rows() -> Rows {
    made.withLock { made in
      if let made { return made }
      let rows = make()
      made = rows
      return rows
    }
  }
}
