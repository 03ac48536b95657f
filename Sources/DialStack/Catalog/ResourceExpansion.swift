/// What the API sends in full where a request asks for it by `expand[]`.
package struct ResourceExpansion: Sendable, Hashable {
  /// What comes, and where.
  package enum Form: Sendable, Hashable {
    /// The row that an id leads to stands in the place of the id.
    case row
    /// Some keys of what an id leads to stand in the place of the id.
    ///
    /// - Parameter shape: what the type of that object is called.
    case part(shape: String, [Field])
    /// A key of its own has rows of the list `of` that belong to the item, in an envelope.
    case list(of: String)
    /// A key of its own has rows of the list `of` that belong to the item, as a bare array.
    case array(of: String)
  }

  /// The value of the parameter: `did`, `items.device`.
  package let name: String
  /// The key that changes, or that is there in addition; a dot leads into objects and lists.
  package let key: String
  package let form: Form
  /// Whether only the read of one item takes it, and no list.
  package let isForItems: Bool
  /// Since when the API takes it.
  package let since: APIStep

  /// - Parameter key: the default is the name.
  package init(
    _ name: String, key: String? = nil, _ form: Form, isForItems: Bool = false,
    since: APIStep = .v3_0
  ) {
    self.name = name
    self.key = key ?? name
    self.form = form
    self.isForItems = isForItems
    self.since = since
  }
}

extension ResourceExpansion {
  /// The short numbers under which an item is called.
  static let extensions = ResourceExpansion("extensions", .list(of: "extensions"))

  /// A number of the account, of which only its id and the number itself come.
  static let did = ResourceExpansion(
    "did",
    .part(
      shape: "PhoneNumberReference",
      [
        .id(of: "number", example: "did_01k4x3v9m2e8rr0q5h7c6t1zab"),
        Field("phone_number", .phone, .always, "the number", example: "+14155551234"),
      ]))
}
