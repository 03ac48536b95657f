/// The keys of all items of a page, as a tree: an item's shape is the way down to the node of
/// its last key.
///
/// Items mostly repeat the keys of the item before, with the same bytes between two values: so each
/// node remembers which key came after it last, and one comparison at the cursor settles the next
/// key with all that stands around it. A node whose keys differ wildly stops looking for known ones
/// and makes new nodes: then the tree grows with the page, but the work for a key stays bounded.
struct KeyTree: Sendable {
  /// The node before the first key.
  static let root: UInt32 = 0

  private struct Node: Sendable {
    /// The key without its quotes.
    let key: JSONToken
    let parent: UInt32
    /// How many keys come before this one; also the place of its value.
    let index: UInt32
    /// What stood between the value before the key and its own.
    let gap: Gap
    var likelyChild: UInt32 = 0
    var firstChild: UInt32 = 0
    var nextSibling: UInt32 = 0
  }

  /// The bytes between two values: a comma, a key, a colon, and the space around them. A page may
  /// have millions, so it is their place alone.
  private struct Gap: Sendable {
    let start: UInt32
    let length: UInt32

    init(_ range: Range<Int>) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      length = UInt32(truncatingIfNeeded: range.count)
    }
  }

  /// By a length up to 32, which bits of 32 bytes are those of the first so many.
  private static let everyMask: [SIMD4<UInt64>] = (0...32).map { length in
    var mask = SIMD4<UInt64>.zero
    for index in 0..<4 {
      let bytes = min(max(length - 8 * index, 0), 8)
      mask[index] = bytes == 8 ? .max : ~(UInt64.max << UInt64(8 * bytes))
    }
    return mask
  }

  /// How many nodes are compared with a key before a new one is made. The default is 16.
  private static let mostComparisons = 16

  // The root's index is one before the first, so that its children get 0.
  private var nodes = [
    Node(
      key: JSONToken(.null, from: 0, to: 0), parent: 0, index: .max,
      gap: Gap(0..<0))
  ]
  private let masks = Self.everyMask

  /// The node of the next key, if it is the one that came after `shape` last, with the same bytes
  /// around it: skips them, up to the value.
  @inline(__always)
  func skipLikelyKey(
    after shape: UInt32, with scanner: inout TokenScanner, in bytes: RawSpan
  ) -> UInt32? {
    let child = nodes[Int(shape)].likelyChild
    guard child != 0 else { return nil }
    let gap = nodes[Int(child)].gap
    guard stands(gap, at: scanner.position, in: bytes) else { return nil }
    scanner.position &+= Int(gap.length)
    // There may be more space this time.
    scanner.skipSpace(in: bytes)
    return child
  }

  /// Whether the bytes of `gap` stand at `offset` too.
  @inline(__always)
  private func stands(_ gap: Gap, at offset: Int, in bytes: RawSpan) -> Bool {
    let (start, length) = (Int(gap.start), Int(gap.length))
    guard offset &+ 32 <= bytes.byteCount, length <= 32 else {
      return bytes.repeats(start, at: offset, length: length)
    }
    return (bytes.fourWords(at: offset) ^ bytes.fourWords(at: start)) & masks[length] == .zero
  }

  /// The node of `key`, which comes after `shape`; a new one if need be.
  ///
  /// - Parameter gap: where all stands that is between the value before the key and its own.
  mutating func child(
    of shape: UInt32, key: JSONToken, gap: Range<Int>, in bytes: RawSpan
  ) -> UInt32 {
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
    let node = Node(
      key: key, parent: shape, index: nodes[Int(shape)].index &+ 1, gap: Gap(gap))
    return add(node, to: shape, isLinked: comparisons < Self.mostComparisons)
  }

  private mutating func add(_ node: Node, to shape: UInt32, isLinked: Bool) -> UInt32 {
    var node = node
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
