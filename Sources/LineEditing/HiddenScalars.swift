import TerminalText

// What shows nothing is drawn by its number, lest one line look like another. libedit does so with
// what is no character to it: it gets hidden scalars in planes of Unicode that hold none. Its search
// aborts the program on what is no code point at all, so these planes must do.

extension Unicode.Scalar {
  /// The planes of Unicode that hold no character.
  private static let emptyPlanes: Range<UInt32> = 0x4_0000..<0xE_0000

  /// The scalar as libedit gets it where it shows nothing.
  private var asHidden: Unicode.Scalar {
    Unicode.Scalar(value < 0x4_0000 ? value + 0x4_0000 : value - 0x6_0000) ?? "\u{FFFD}"
  }

  /// The scalar as libedit gets it, whether it is hidden here or not. What stands in an empty plane already
  /// becomes U+FFFD.
  private func drawn(hidden isHidden: Bool) -> Unicode.Scalar {
    if Self.emptyPlanes.contains(value) { return "\u{FFFD}" }
    return isHidden ? asHidden : self
  }

  /// The scalar as libedit gets it when it is typed behind another.
  func drawn(behind before: @autoclosure () -> Unicode.Scalar?) -> Unicode.Scalar {
    drawn(hidden: mayHide && isHidden(behind: before()))
  }

  /// Whether the scalar stands for a hidden one.
  var isDrawnByNumber: Bool { Self.emptyPlanes.contains(value) }

  /// The scalar that libedit was given.
  var returned: Unicode.Scalar {
    guard isDrawnByNumber else { return self }
    return Unicode.Scalar(value < 0x8_0000 ? value - 0x4_0000 : value + 0x6_0000) ?? "\u{FFFD}"
  }

  static func drawn(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.indices.map { index in
      let scalar = scalars[index]
      guard scalar.mayHide else { return scalar.drawn(hidden: false) }
      let before = index > 0 ? scalars[index - 1] : nil
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      return scalar.drawn(hidden: scalar.isHidden(between: before, and: after))
    }
  }
}

extension String {
  /// The scalars as libedit gets them.
  var drawnScalars: [Unicode.Scalar] { Unicode.Scalar.drawn(Array(unicodeScalars)) }

  /// The text of which libedit has these scalars.
  init(returned scalars: some Sequence<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(scalars.lazy.map(\.returned)))
  }
}
