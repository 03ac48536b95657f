extension StringProtocol where SubSequence == Substring {
  /// Whether the text holds what looks like a secret key of the API: `sk_live_` or `sk_test_`
  /// with more behind it.
  package var holdsKey: Bool { mayHoldKey && contains(keyPattern) }

  /// The text as a message may repeat it, `*` for every character of a key behind `sk_live_`
  /// or `sk_test_`, so that all else keeps its place.
  package var withoutKeys: String {
    guard mayHoldKey else { return String(self) }
    return String(self).replacing(keyPattern) { key in
      key.output.1 + String(repeating: "*", count: key.output.2.utf8.count)
    }
  }

  /// Whether `sk_` stands anywhere: few texts have it, and the first use of a pattern costs half a
  /// millisecond of a program's start.
  private var mayHoldKey: Bool {
    var rest = utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "s")) {
      rest = rest[start...]
      if rest.starts(with: "sk_".utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

private var keyPattern: Regex<(Substring, Substring, Substring)> {
  /(sk_(?:live|test)_)([A-Za-z0-9_\-]+)/.matchingSemantics(.unicodeScalar)
}
