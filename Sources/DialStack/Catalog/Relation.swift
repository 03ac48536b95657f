/// What an id is the id of.
///
/// Lists are named as the API names them; the catalog may have no entry for one yet.
package enum Relation: Sendable, Hashable {
  /// Of a row of this list.
  case to(String)
  /// Of a row of one of these lists; the id's prefix tells of which.
  case byPrefix([String])

  /// The names of the lists that an id may lead to.
  package var lists: [String] {
    switch self {
    case .to(let list): [list]
    case .byPrefix(let lists): lists
    }
  }
}
