extension String {
  /// Whether the text can stand as a value without quotes.
  package var isOneWord: Bool {
    let tokens = Lexer.tokens(of: SourceText(self))
    return tokens.count == 2 && tokens[0].kind == .word && tokens[0].text == self
      && first != "." && !isKeyword("null")
  }

  /// The text as a string of the language.
  package var quoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "\"": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
