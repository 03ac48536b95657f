/// The candidates for a part of the line.
package struct Completion: Hashable, Sendable {
  /// What a candidate replaces, counted in Unicode scalars of the line.
  package var range: Range<Int>
  package var candidates: [Candidate]

  package init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }

  /// Nothing to offer: Tab rings the bell.
  package static let none = Completion(range: 0..<0, candidates: [])
}

/// One text that Tab can put in.
package struct Candidate: Hashable, Sendable {
  package var text: String
  /// A few words that the list shows beside the text; may be empty.
  package var summary: String
  /// What follows the text once it is chosen: a space, `=`, or nothing.
  package var suffix: String

  package init(_ text: String, summary: String = "", suffix: String = " ") {
    self.text = text
    self.summary = summary
    self.suffix = suffix
  }
}

extension Completion {
  /// The longest beginning that all candidates share.
  package var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    return candidates.dropFirst().reduce(first) { prefix, candidate in
      String(zip(prefix, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
  }
}
