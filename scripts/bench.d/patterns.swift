/// What a cell costs a pattern: a million cells of 12 to 20 bytes, compiled with Pattern.swift.
@main
enum Bench {
  static func main() throws {
    let cells = (0..<1_000_000).map { number in
      let digits = String(2_000_000 + number)
      let text =
        number.isMultiple(of: 2)
        ? "+1415" + digits : ["Front desk ", "Harbor Vet "][number / 2 % 2] + digits
      return Array(text.utf8)
    }
    for text in ["^\\+1415", "(?i)front", "602-3095", "\\d{4}$", "(a+)+$"] {
      let pattern = try Pattern(text)
      var found = 0
      let time = ContinuousClock().measure {
        for cell in cells where pattern.search(in: cell.span) == .found { found += 1 }
      }
      let nanoseconds = Int(time / .nanoseconds(1)) / cells.count
      print("\(nanoseconds) ns a cell, \(found) found: \(text)")
    }
  }
}
