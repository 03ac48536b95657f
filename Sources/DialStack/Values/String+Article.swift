extension String {
  /// The noun with its article: `a queue`, `an account`.
  package var withArticle: String { ("aeiou".contains(prefix(1)) ? "an " : "a ") + self }
}
