extension String {
  /// The noun with its article: `a queue`, `an account`.
  package var withArticle: String {
    // What is spoken as `you` begins with no vowel.
    let isVowel = "aeiouAEIOU".contains(prefix(1)) && !hasPrefix("us") && !hasPrefix("uni")
    return (isVowel ? "an " : "a ") + self
  }
}
