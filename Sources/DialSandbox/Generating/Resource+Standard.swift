import DialStack

extension Resource {
  /// Whether it is a list of the API's own catalog, be it with more fields or more values.
  ///
  /// Other catalogs have lists of the same names with other fields.
  var isStandard: Bool {
    guard let standard = Catalog.standard[name] else { return false }
    return path == standard.path && scope == standard.scope && key == standard.key
      && order == standard.order && idPrefixes == standard.idPrefixes
      && standard.fields.allSatisfy { known in
        fields.contains {
          $0.name == known.name && $0.kind == known.kind && $0.alias == known.alias
        }
      }
  }
}
