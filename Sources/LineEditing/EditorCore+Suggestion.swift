extension EditorCore {
  /// Takes all that is suggested; without a suggestion libedit does what it does with the key.
  func acceptSuggestion(else key: PrivateKey) -> KeyEffect {
    guard let suggestion = shownSuggestion else { return pass(on: key) }
    line.insert(suggestion)
    return .textChanged
  }

  /// Takes the next word of what is suggested.
  func acceptWord(else key: PrivateKey) -> KeyEffect {
    guard let suggestion = shownSuggestion else { return pass(on: key) }
    line.insert(suggestion.firstWord)
    return .textChanged
  }

  /// The suggestion that was on the screen when the key came.
  private var shownSuggestion: String? {
    let picture = painting.picture
    let isShown = !picture.suggestion.isEmpty && picture.buffer == line.buffer
    return isShown ? picture.suggestion : nil
  }

  private func pass(on key: PrivateKey) -> KeyEffect {
    line.push(key)
    return .passedOn
  }
}

extension String {
  /// The text up to the end of its first word, as libedit's `em-next-word` has it.
  var firstWord: String {
    let scalars = unicodeScalars
    let start = scalars.firstIndex(where: \.isOfWord) ?? scalars.endIndex
    let end = scalars[start...].firstIndex { !$0.isOfWord } ?? scalars.endIndex
    return String(scalars[..<end])
  }
}

extension Unicode.Scalar {
  var isOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || "*?_-.[]~=".unicodeScalars.contains(self)
  }
}
