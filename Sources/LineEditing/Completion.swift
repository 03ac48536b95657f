/// The candidates for a part of the line.
package struct Completion: Hashable, Sendable {
  /// What a candidate replaces, counted in Unicode scalars of the line.
  package var range: Range<Int>
  package var candidates: [Candidate]
  /// How many candidates there are besides these, which are too many to be listed.
  package var others: Int
  /// The longest beginning that all share, those that are not listed, too.
  package var commonPrefix: String
  /// A sentence below the list, on what it cannot know; may be empty.
  package var note = ""

  package init(range: Range<Int>, candidates: [Candidate]) {
    self.init(
      range: range, candidates: candidates, others: 0,
      commonPrefix: Self.commonPrefix(of: candidates.map(\.text)))
  }

  package init(range: Range<Int>, candidates: [Candidate], others: Int, commonPrefix: String) {
    self.range = range
    self.candidates = candidates
    self.others = others
    self.commonPrefix = commonPrefix
  }

  private static func commonPrefix(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    return texts.dropFirst().reduce(first) { prefix, text in
      String(zip(prefix, text).prefix { $0 == $1 }.map(\.0))
    }
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
  /// The characters that take the place of the suffix when one is typed next; before one that
  /// is there already the suffix is not put in. By default it is the suffix itself.
  package var givesWayTo: String

  package init(
    _ text: String, summary: String = "", suffix: String = " ", givesWayTo: String? = nil
  ) {
    self.text = text
    self.summary = summary
    self.suffix = suffix
    self.givesWayTo = givesWayTo ?? suffix
  }
}
