/// The rule for `next_page_url`: a path with a query, on the host that was asked.
enum PageURL {
  /// Whether `url` can only lead to where the first page came from.
  ///
  /// It begins with one `/` that neither `/` nor `\` follows, and holds only what a path with
  /// a query may hold: no spaces, controls, backslashes or fragments. So behind the base URL it
  /// can change neither scheme, host nor port, nor name a user.
  static func isSafe(_ url: String) -> Bool {
    isURL(url) && url.utf8.first == UInt8(ascii: "/")
      && url.utf8.dropFirst().first != UInt8(ascii: "/")
  }

  /// Whether there is anything, and all of it may stand in a path with a query.
  static func isURL(_ url: String) -> Bool {
    !url.isEmpty && url.utf8.allSatisfy { PercentEncoding.isAllowedInTarget($0) }
  }
}
