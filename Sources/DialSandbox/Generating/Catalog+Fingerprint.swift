import DialStack

extension Catalog {
  /// A text that differs where lists or their fields do: the data of one catalog is not that of
  /// another.
  var fingerprint: String {
    let texts = resources.map { resource in
      "\(resource.name) \(resource.path) \(resource.scope) \(resource.idPrefixes) "
        + "\(resource.key) \(resource.order) \(resource.parents) "
        + "\(resource.fields.map(\.fingerprint))"
    }
    return String(stableHash(of: texts.joined(separator: "\n").utf8), radix: 16)
  }
}

extension Field {
  var fingerprint: String {
    "\(name) \(kind) \(presence) \(alias ?? "") \(relation?.lists ?? []) \(choices) \(fields.map(\.fingerprint))"
  }
}
