/// The way to a field: a key of the item, then keys that lead into objects.
package struct FieldPath: Sendable, Hashable {
  let name: Bytes
  /// The deprecated key that stands in where `name` is absent.
  let alias: Bytes?
  /// The keys behind the first one.
  let inner: [Bytes]

  /// - Precondition: there is at least one key.
  package init(_ keys: [String]) {
    self.init(keys: keys, alias: nil)
  }

  /// - Precondition: there is at least one key.
  package init(keys: [String], alias: String?) {
    precondition(!keys.isEmpty, "a path has at least one key")
    name = Bytes(keys[0])
    inner = keys.dropFirst().map { Bytes($0) }
    self.alias = alias.map { Bytes($0) }
  }

  /// A path whose keys are divided by dots: `config.timezone`.
  package init(_ dotted: String, alias: String? = nil) {
    let keys = dotted.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    self.init(keys: keys, alias: alias)
  }
}

extension FieldPath: CustomStringConvertible {
  /// The keys with dots between them.
  package var description: String {
    ([name] + inner).map(\.string).joined(separator: ".")
  }
}

extension JSONToken {
  /// The value that `keys` lead to from here; `nil` where there is none.
  func member(at keys: [Bytes], in bytes: RawSpan) -> JSONToken? {
    var found = self
    for key in keys {
      guard let next = found.member(key, in: bytes) else { return nil }
      found = next
    }
    return found
  }

  private func member(_ name: Bytes, in bytes: RawSpan) -> JSONToken? {
    guard kind == .object else { return nil }
    do throws(PageFault) {
      var scanner = TokenScanner(at: start)
      guard try scanner.skipOpening(closedBy: .closeBrace, in: bytes) else { return nil }
      var found: JSONToken?
      repeat {
        let key = try scanner.skipKey(in: bytes)
        let value = try scanner.skipValue(in: bytes, depth: 0)
        if key.isText(name, in: bytes) { found = value }
      } while try scanner.skipComma(or: .closeBrace, in: bytes)
      return found
    } catch {
      preconditionFailure("an object of a scanned page has no fault: \(error)")
    }
  }
}
