import DialLanguage
package import DialStack

/// Which object a source names, if it does: `did_1`, `numbers did_1`, `qu_1 members`.
struct SourceObject {
  /// The id of an item that is read; `nil` for a list.
  var id: String?
  /// The ids that the path names, by its parameters.
  var parents: [String: String] = [:]
}

// Sources that name an object.
extension Planner {
  /// What a source means; `nil` for what is neither a list nor an id.
  ///
  /// Of the words behind it those are read that name something of it.
  /// - Throws: a ``Rejection`` for an object that can't be read, and for a word behind it that names
  ///   nothing of it.
  func source(
    _ word: Word, _ arguments: inout ArgumentReader
  ) throws(Rejection) -> (Resource, SourceObject)? {
    if let resource = vocabulary.catalog[word.text] {
      let id = arguments.optionalToken(as: .item) { resource.mayHaveItem($0) }
      guard let id else { return (resource, SourceObject()) }
      try refuseSeveralAccounts(resource, at: id.range)
      return (resource, SourceObject(id: id.text))
    }
    guard let owner = vocabulary.catalog.resource(ofID: word.text) else { return nil }
    guard word.text.isID else { throw Rejection(.notAnID(word, of: owner)) }
    try refuseSeveralAccounts(owner, at: word.range)
    guard let resource = try part(of: owner, &arguments) else {
      guard owner.readsItems else { throw Rejection(.readsNoItems(word, owner)) }
      return (owner, SourceObject(id: word.text))
    }
    return (resource, SourceObject(parents: [resource.parents[0].parameter: word.text]))
  }

  /// What the word behind an id names; `nil` where there is none, and for a stage or a condition.
  ///
  /// - Throws: a ``Rejection`` for a word alone that names nothing of `owner`.
  private func part(
    of owner: Resource, _ arguments: inout ArgumentReader
  ) throws(Rejection) -> Resource? {
    let catalog = vocabulary.catalog
    let isAlone = arguments.rest.count == 1
    let word = arguments.optionalToken(as: .part(of: owner.name)) {
      catalog.part(called: $0.text, of: owner) != nil
        || isAlone && $0.kind == .word && !vocabulary.isStage($0)
    }
    guard let word else { return nil }
    guard let part = catalog.part(called: word.text, of: owner) else {
      throw Rejection(.noSuchPart(Word(word), of: owner, in: catalog))
    }
    return part
  }

  private func refuseSeveralAccounts(_ resource: Resource, at range: SourceRange) throws(Rejection)
  {
    guard resource.scope != .platform, scope.accounts.mayBeMany else { return }
    throw Rejection(
      Diagnostic(at: range, "an object belongs to one account; `use acct_…` chooses it"))
  }
}

extension Resource {
  /// Whether `token` can be the key of an item: an id by its prefix or, where nobody knows that, by a
  /// digit in it, a phone number, a number.
  fileprivate func mayHaveItem(_ token: Token) -> Bool {
    let text = token.text
    guard readsItems, parents.isEmpty, token.kind == .word || token.kind == .string, text.isID
    else { return false }
    guard idPrefixes.isEmpty else {
      return idPrefixes.contains { text.hasPrefix($0 + "_") && text.count > $0.count + 1 }
    }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard field(named: key)?.kind != .id else { return text.utf8.contains(where: digits.contains) }
    return text.utf8.allSatisfy { digits.contains($0) || $0 == UInt8(ascii: "+") }
  }
}

extension Catalog {
  /// The list of whose items `id` is one, by its prefix; `nil` where there is none.
  package func resource(ofID id: String) -> Resource? {
    guard let end = id.lastIndex(of: "_"), id.index(after: end) != id.endIndex else { return nil }
    return resources.first { $0.parents.isEmpty && $0.idPrefixes.contains(String(id[..<end])) }
  }

  /// The part of an item that a word names: all of its name, or what stands behind that of the owner,
  /// `members` for `queue_members`.
  func part(called word: String, of owner: Resource) -> Resource? {
    let parts = parts(of: owner)
    return parts.first { $0.name == word } ?? parts.first { $0.shortName(under: owner) == word }
  }
}

extension String {
  /// Whether it can be one segment of a path, and the id of something.
  fileprivate var isID: Bool {
    (1...255).contains(utf8.count) && !utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0x5C }
  }
}

extension Diagnostic {
  fileprivate static func notAnID(_ word: Word, of resource: Resource) -> Diagnostic {
    Diagnostic(
      at: word.range,
      "`\(word.text.shortened)` can't be the id of \(resource.singular.withArticle); an id has 1 to 255 "
        + "characters and no slash")
  }

  fileprivate static func readsNoItems(_ word: Word, _ resource: Resource) -> Diagnostic {
    Diagnostic(
      at: word.range,
      "the API reads no single \(resource.singular); `\(resource.name)` lists them")
  }

  fileprivate static func noSuchPart(
    _ word: Word, of owner: Resource, in catalog: Catalog
  ) -> Diagnostic {
    let names = catalog.parts(of: owner).map { $0.shortName(under: owner) }
    return misspelt(
      word, "\(owner.singular.withArticle) has no `\(word.text)`",
      Spelling.nearest(to: word.text, in: names),
      list: names.isEmpty ? ["nothing stands behind it"] : names)
  }
}
