import DialStack

/// The parameters of a query, decoded as a form (`+` is a space).
struct Query {
  private let parameters: [(name: String, value: String)]

  /// Reads what follows the `?`. A pair that can't be decoded is left out.
  init(_ text: Substring) {
    parameters = text.split(separator: "&").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = formDecoded(parts[0]),
        let value = formDecoded(parts.count > 1 ? parts[1] : "")
      else { return nil }
      return (name, value)
    }
  }

  /// The first value of `name`.
  subscript(name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// All values of `name`, in their order.
  func values(of name: String) -> [String] {
    parameters.filter { $0.name == name }.map(\.value)
  }
}

/// `text` without `+` and percent escapes; `nil` where one is broken or the bytes aren't UTF-8.
private func formDecoded(_ text: Substring) -> String? {
  PercentEncoding.decoded(text.replacing("+", with: " ")[...])
}
