/// The keys of all items of a page, as a tree: an item's shape is the way down to the node of
/// its last key.
///
/// Items mostly repeat the keys of the item before. So each node remembers which key came
/// after it last, and one comparison at the cursor settles the next key. A node whose keys
/// differ wildly stops looking for known ones and makes new nodes: then the tree grows with
/// the page, but the work for a key stays bounded.
struct KeyTree: Sendable {
  /// The node before the first key.
  static let root: UInt32 = 0

  private struct Node: Sendable {
    /// The key without its quotes.
    let key: JSONToken
    let parent: UInt32
    /// How many keys come before this one; also the place of its value.
    let index: UInt32
    /// Bytes from the first quote to the last, or to the colon right behind it.
    let length: UInt32
    var likelyChild: UInt32 = 0
    var firstChild: UInt32 = 0
    var nextSibling: UInt32 = 0
  }

  /// How many nodes are compared with a key before a new one is made. The default is 16.
  private static let mostComparisons = 16

  // The root's index is one before the first, so that its children get 0.
  private var nodes = [
    Node(key: JSONToken(.null, from: 0, to: 0), parent: 0, index: .max, length: 0)
  ]

  /// The node of the key under the cursor, if it is the one that came after `shape` last.
  ///
  /// Skips the key and the space around its colon.
  @inline(__always)
  func skipLikelyKey(
    after shape: UInt32, with scanner: inout TokenScanner, in bytes: RawSpan
  ) throws(PageFault) -> UInt32? {
    let child = nodes[Int(shape)].likelyChild
    guard child != 0 else { return nil }
    let node = nodes[Int(child)]
    let length = Int(node.length)
    guard bytes.repeats(node.key.start &- 1, at: scanner.position, length: length) else {
      return nil
    }
    scanner.position &+= length
    if length > node.key.end &- node.key.start &+ 2 {
      scanner.skipSpace(in: bytes)
    } else {
      try scanner.skipColon(in: bytes)
    }
    return child
  }

  /// The node of `key`, which comes after `shape`; a new one if need be.
  mutating func child(of shape: UInt32, key: JSONToken, in bytes: RawSpan) -> UInt32 {
    let length = key.end - key.start
    var child = nodes[Int(shape)].firstChild
    var comparisons = 0
    while child != 0, comparisons < Self.mostComparisons {
      let known = nodes[Int(child)].key
      if known.end - known.start == length,
        bytes.repeats(known.start, at: key.start, length: length)
      {
        nodes[Int(shape)].likelyChild = child
        return child
      }
      comparisons += 1
      child = nodes[Int(child)].nextSibling
    }
    return add(key, to: shape, isLinked: comparisons < Self.mostComparisons, in: bytes)
  }

  private mutating func add(
    _ key: JSONToken, to shape: UInt32, isLinked: Bool, in bytes: RawSpan
  ) -> UInt32 {
    let isColonNext =
      key.end + 1 < bytes.byteCount && bytes.byte(at: key.end + 1) == .colon
    var node = Node(
      key: key, parent: shape, index: nodes[Int(shape)].index &+ 1,
      length: UInt32(key.end - key.start + (isColonNext ? 3 : 2)))
    let number = UInt32(nodes.count)
    if isLinked {
      node.nextSibling = nodes[Int(shape)].firstChild
      nodes[Int(shape)].firstChild = number
      nodes[Int(shape)].likelyChild = number
    }
    nodes.append(node)
    return number
  }

  /// The place of the last key of `shape` that says `name`.
  func index(of name: Bytes, in shape: UInt32, of bytes: RawSpan) -> Int? {
    var shape = shape
    while shape != Self.root {
      let node = nodes[Int(shape)]
      if node.key.isText(name, in: bytes) { return Int(node.index) }
      shape = node.parent
    }
    return nil
  }

  /// How many shapes there are, the one before the first key counted.
  var count: Int { nodes.count }

  /// Calls `body` with each key of `shape` and its place, the last one first.
  func forEachKey(of shape: UInt32, _ body: (_ key: JSONToken, _ index: Int) -> Void) {
    var shape = shape
    while shape != Self.root {
      let node = nodes[Int(shape)]
      body(node.key, Int(node.index))
      shape = node.parent
    }
  }

  /// The keys of `shape` in their order.
  func keys(of shape: UInt32) -> [JSONToken] {
    var keys: [JSONToken] = []
    var shape = shape
    while shape != Self.root {
      keys.append(nodes[Int(shape)].key)
      shape = nodes[Int(shape)].parent
    }
    return keys.reversed()
  }
}
