// Objects that came in the place of ids, by `expand[]`.
extension PageBody {
  /// The same page with an id wherever one of `paths` leads to an object that has one, and the
  /// objects.
  ///
  /// - Throws: a ``PageFault`` for an object that can't be read.
  /// - Complexity: O(n) in the bytes.
  package func folded(at paths: [FieldPath]) throws(PageFault) -> (
    page: PageBody, objects: [FieldPath: [Record]]
  ) {
    var objects: [FieldPath: [Record]] = [:]
    var ids: [(object: JSONToken, id: Value)] = []
    for path in Set(paths) {
      for item in storage.items {
        guard let token = storage.token(of: path, in: item), token.kind == .object else { continue }
        let object = try Record(
          scanning: Array(storage.bytes[token.start..<token.end]), of: storage.owner)
        let id = object.value(at: FieldPath("id"))
        guard case .text = id else { continue }
        objects[path, default: []].append(object)
        ids.append((token, id))
      }
    }
    guard !ids.isEmpty else { return (self, [:]) }
    var bytes: [UInt8] = []
    var end = 0
    for (object, id) in ids.sorted(by: { $0.object.start < $1.object.start })
    where object.start >= end {
      // What stands within another one is gone with it.
      bytes += storage.bytes[end..<object.start]
      bytes.appendJSON(id)
      end = object.end
    }
    bytes += storage.bytes[end...]
    return (try rewritten(as: bytes), objects)
  }
}
