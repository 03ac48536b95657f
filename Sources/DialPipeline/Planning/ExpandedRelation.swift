import DialRows
import DialStack

/// A relation whose rows come inside of the items of a list, in the place of the ids.
struct ExpandedRelation: Sendable {
  let expansion: ResourceExpansion
  let relation: FollowedRelation
  /// Where an item has the id.
  let path: FieldPath

  /// Remembers an object that came in the place of an id.
  func remember(_ object: Record, in related: RelatedRecords) {
    let id = object.value(at: FieldPath("id")).string
    guard let key = relation.key(of: id, in: object.account) else { return }
    related.remember(object, as: expansion.key(of: key))
  }
}

extension ResourceExpansion {
  /// Under what it is remembered what came in the place of an id: some keys of a row are not the row.
  func key(of row: RelatedRecords.Key) -> RelatedRecords.Key {
    guard case .part(let shape, _) = form else { return row }
    return RelatedRecords.Key(list: shape, account: row.account, id: row.id)
  }
}
