import DialLanguage
package import DialStack

/// Which object a source names, if it does: `did_1`, `numbers did_1`, `qu_1 members`.
struct SourceObject {
  /// The id of an item that is read; `nil` for a list.
  var id: String?
  /// The ids that the path names, by its parameters.
  var parents: [String: String] = [:]
  /// Whether a word behind the source is a part of it.
  var takesArguments = false
}

// Sources that name an object.
extension Planner {
  /// What a source means; `nil` for what is neither a list nor an id.
  ///
  /// - Throws: a ``Rejection`` for an object that can't be read, and for words behind it that name
  ///   nothing of it.
  func source(_ word: Word, _ arguments: [Token]) throws(Rejection) -> (Resource, SourceObject)? {
    let catalog = vocabulary.catalog
    if let resource = catalog[word.text] {
      guard arguments.count == 1, let id = idOfItem(arguments[0], of: resource) else {
        return (resource, SourceObject())
      }
      try refuseSeveralAccounts(resource, at: arguments[0].range)
      return (resource, SourceObject(id: id, takesArguments: true))
    }
    guard let owner = catalog.resource(ofID: word.text) else { return nil }
    guard word.text.isID else { throw Rejection(.notAnID(word, of: owner)) }
    try refuseSeveralAccounts(owner, at: word.range)
    guard let part = arguments.first else {
      guard owner.readsItems else {
        throw Rejection(.readsNoItems(word, owner))
      }
      return (owner, SourceObject(id: word.text))
    }
    guard arguments.count == 1, let resource = catalog.part(called: part.text, of: owner) else {
      throw Rejection(.noSuchPart(part, of: owner, parts: catalog.parts(of: owner)))
    }
    let parents = [resource.parents[0].parameter: word.text]
    return (resource, SourceObject(parents: parents, takesArguments: true))
  }

  /// The id that a word behind a list is; `nil` where it is none of an item of it.
  private func idOfItem(_ token: Token, of resource: Resource) -> String? {
    guard resource.readsItems, resource.parents.isEmpty,
      token.kind == .word || token.kind == .string, token.text.isID,
      resource.mayHaveItem(token.text)
    else { return nil }
    return token.text
  }

  private func refuseSeveralAccounts(_ resource: Resource, at range: SourceRange) throws(Rejection)
  {
    guard resource.scope != .platform, scope.accounts.mayBeMany else { return }
    throw Rejection(
      Diagnostic(at: range, "an object belongs to one account; `use acct_…` chooses it"))
  }
}

extension Resource {
  /// Whether `text` can be the key of an item: an id by its prefix, a phone number, a number.
  fileprivate func mayHaveItem(_ text: String) -> Bool {
    guard idPrefixes.isEmpty else {
      return idPrefixes.contains { text.hasPrefix($0 + "_") && text.count > $0.count + 1 }
    }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") }
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

  fileprivate static func noSuchPart(_ part: Token, of owner: Resource, parts: [Resource])
    -> Diagnostic
  {
    let names = parts.map { $0.shortName(under: owner) }
    let known = names.isEmpty ? "nothing stands behind it" : names.joined(separator: ", ")
    return Diagnostic(
      at: part.range, "\(owner.singular.withArticle) has no `\(part.text)` (\(known))")
  }
}
