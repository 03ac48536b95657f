extension String {
  /// The first `width` columns, with `…` where something was cut.
  package func prefixing(_ width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in self {
      let next = character.displayWidth
      if used + next > width - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// The last `width` columns, with `…` where something was cut.
  package func suffixing(_ width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var result: [Character] = []
    var used = 0
    for character in reversed() {
      used += character.displayWidth
      if used > width - 1 { break }
      result.append(character)
    }
    return "…" + String(result.reversed())
  }
}
