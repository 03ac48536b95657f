import DialStack

/// Where a page begins or ends, and what the listing it belongs to asked for.
///
/// On the wire it is base64url JSON: `{"starting_after":"did_…","limit":10,"status":"active"}`.
struct PageToken: Sendable, Hashable {
  enum Anchor: Sendable, Hashable {
    case start
    case startingAfter(String)
    case endingBefore(String)
  }

  var anchor: Anchor
  /// 1 to 100.
  var limit: Int
  var terms: [FilterTerm]
  /// What is to come in full, by the names of its expansions.
  var expansions: [String] = []

  /// The text for the `page` parameter.
  var text: String {
    var json = JSONText()
    json.object { json in
      switch anchor {
      case .start: break
      case .startingAfter(let id):
        json.key("starting_after")
        json.text(id)
      case .endingBefore(let id):
        json.key("ending_before")
        json.text(id)
      }
      json.key("limit")
      json.integer(limit)
      for term in terms {
        json.key(term.parameter)
        json.raw(term.spelled)
      }
      if !expansions.isEmpty {
        json.key("expand")
        json.raw(Value.list(expansions.map { .text($0) }).json)
      }
    }
    return Base64URL.encode(json.bytes)
  }

  init(anchor: Anchor, limit: Int, terms: [FilterTerm]) {
    self.anchor = anchor
    self.limit = limit
    self.terms = terms
  }

  /// Reads a token of a list of `resource`; `nil` for a text that isn't one.
  ///
  /// Only what ``text`` writes is taken: a token that was changed, or is spelled in another
  /// way, is none.
  init?(_ text: String, of resource: Resource) {
    guard let bytes = Base64URL.decode(text) else { return nil }
    var token = PageToken(anchor: .start, limit: 0, terms: [])
    for (key, value) in JSONMembers(bytes[...]) {
      guard token.take(spelled(key), value, of: resource) else { return nil }
    }
    guard token.anchor != .start, Limits.page.contains(token.limit), token.text == text
    else { return nil }
    self = token
  }

  private mutating func take(
    _ key: String, _ value: ArraySlice<UInt8>, of resource: Resource
  ) -> Bool {
    let bare = unquoted(value)
    switch key {
    case #""starting_after""#: anchor = .startingAfter(bare)
    case #""ending_before""#: anchor = .endingBefore(bare)
    case #""limit""#: limit = Int(spelled(value)) ?? 0
    case #""expand""#:
      expansions = resource.expansions(named: Self.texts(in: value) ?? [], forItems: false)
    default:
      let isText = value.first == UInt8(ascii: "\"")
      guard
        let term = FilterTerm(
          key.dropFirst().dropLast(),
          values: Self.texts(in: value) ?? [isText ? bare : spelled(value)], of: resource)
      else { return false }
      terms.append(term)
    }
    return true
  }

  /// The texts in a list; `nil` for what is none.
  private static func texts(in value: ArraySlice<UInt8>) -> [String]? {
    guard value.first == UInt8(ascii: "["), let list = Value(json: Array(value)) else { return nil }
    return list.items.map(\.string)
  }
}

extension Resource {
  /// The names among those given that it can expand, each once; others are ignored.
  func expansions(named names: [String], forItems: Bool) -> [String] {
    var known: [String] = []
    for name in names where !known.contains(name) {
      guard let expansion = expansions.first(where: { $0.name == name }),
        forItems || !expansion.isForItems
      else { continue }
      known.append(name)
    }
    return known
  }
}

/// What a list takes and gives.
enum Limits {
  /// Items a page.
  static let page = 1...100
  /// Items a page where the request doesn't say.
  static let pageDefault = 10
}

private func spelled(_ bytes: ArraySlice<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}
