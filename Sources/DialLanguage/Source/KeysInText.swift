extension StringProtocol where SubSequence == Substring {
  /// Whether the text holds what looks like a secret key of the API: `sk_live_` or `sk_test_`
  /// with more behind it.
  package var holdsKey: Bool { contains(keyPattern) }

  /// The text as a message may repeat it, `*` for every character of a key behind `sk_live_`
  /// or `sk_test_`, so that all else keeps its place.
  package var withoutKeys: String {
    String(self).replacing(keyPattern) { key in
      key.output.1 + String(repeating: "*", count: key.output.2.utf8.count)
    }
  }
}

private var keyPattern: Regex<(Substring, Substring, Substring)> {
  /(sk_(?:live|test)_)([A-Za-z0-9_\-]+)/.matchingSemantics(.unicodeScalar)
}
