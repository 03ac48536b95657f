import DialStack
import Synchronization

/// The rows of one list, ready to be served.
final class Rows: Sendable {
  let items: ItemList
  private let key: String
  private let ids: IDIndex
  private let answers: [String: FilterTerm.Answer]
  /// The positions that a set of filters leaves, found once for each set.
  private let filtered = Mutex<[[FilterTerm]: [UInt32]]>([:])

  /// - Parameters:
  ///   - key: the member that tells items apart.
  ///   - answers: what is known of fields that only the query carries, by their names.
  init(_ items: ItemList, by key: String, answers: [String: FilterTerm.Answer] = [:]) {
    self.answers = answers
    self.items = items
    self.key = key
    ids = IDIndex(items, by: key)
  }

  /// The key of the item at a position of the unfiltered list, as a URL has it.
  func id(at position: Int) -> String? {
    member(key, of: items[position]).map { value in
      let isText = value.first == UInt8(ascii: "\"")
      return String(decoding: isText ? value.dropFirst().dropLast() : value, as: UTF8.self)
    }
  }

  /// Where the item whose key is `id` stands in the unfiltered list.
  func position(of id: String) -> Int? {
    ids.position(of: id, in: items)
  }

  /// What of the list `terms` leave.
  func selection(_ terms: [FilterTerm]) -> Selection {
    guard !terms.isEmpty else { return .all(items.count) }
    return .some(positions(matching: terms))
  }

  private func positions(matching terms: [FilterTerm]) -> [UInt32] {
    filtered.withLock { known in
      if let positions = known[terms] { return positions }
      if known.count >= 64 { known.removeAll() }
      var positions = (0..<items.count).filter { index in
        terms.allSatisfy { $0.matches(items[index], by: answers) }
      }
      // What is asked for by name comes as it was asked for.
      if let term = terms.first(where: { $0.namedCount != nil }) {
        let places = positions.map { (term.place(of: items[$0]) ?? 0, $0) }
        positions = places.sorted { $0 < $1 }.map(\.1)
      }
      known[terms] = positions.map { UInt32($0) }
      return known[terms] ?? []
    }
  }
}

/// Which rows of a list take part in a listing, in the list's order.
enum Selection {
  case all(Int)
  case some([UInt32])

  var count: Int {
    switch self {
    case .all(let count): count
    case .some(let positions): positions.count
    }
  }

  /// The position in the whole list of row `index` of the selection.
  func position(at index: Int) -> Int {
    switch self {
    case .all: index
    case .some(let positions): Int(positions[index])
    }
  }

  /// How many rows of the selection stand before `position` of the whole list.
  ///
  /// - Complexity: O(log n).
  func count(before position: Int) -> Int {
    guard case .some(let positions) = self else { return position }
    var range = 0..<positions.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if Int(positions[middle]) < position {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
