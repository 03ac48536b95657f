/// Texts in two columns, a line for each pair.
package enum TwoColumns {
  /// - Parameters:
  ///   - indent: the blanks before each line.
  ///   - width: of the first column; `nil` takes that of its widest text.
  ///   - widest: texts that are wider have no say in the width.
  package static func text(
    _ rows: [(String, String)], indent: Int = 0, width: Int? = nil, widest: Int = .max
  ) -> String {
    let width = width ?? rows.map(\.0.displayWidth).filter { $0 <= widest }.max() ?? 0
    let margin = String(repeating: " ", count: indent)
    return rows.map { name, text in
      let padding = String(repeating: " ", count: max(0, width - name.displayWidth))
      return "\(margin)\(name)\(padding)  \(text)\n"
    }.joined()
  }
}
