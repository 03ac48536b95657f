/// Finds what somebody meant by a misspelt word.
package enum Spelling {
  /// The candidate that is nearest to `word`, if one is near enough.
  ///
  /// A third of the letters may be wrong, at least one; a swap of neighbours counts
  /// once. The first of equally near candidates wins.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let word = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let allowed = max(1, max(word.count, letters.count) / 3)
      guard abs(letters.count - word.count) <= allowed else { continue }
      let distance = distance(from: word, to: letters)
      if distance <= allowed, distance < (best?.distance ?? .max) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  private static func distance(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforePrevious[j - 1] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
