import DialStack

extension FaultDraw {
  /// Changes `page` as the faults have it.
  func distort(_ page: inout ServedPage, token: PageToken, rows: Rows, target: String) {
    for kind in kinds {
      switch kind {
      case .repeatingPage: page.next = target
      case .emptyPages:
        page.next = anotherURL(than: token, rows: rows, path: page.path) ?? target
        page.items = []
      case .overlappingPages: page.repeatItemsBefore()
      case .hostileURL: page.next = turn(of: Self.hostileURLs(around: page.path))
      case .absentPageKeys: page.hasPageKeys = false
      default: continue
      }
    }
    distortItems(of: &page)
  }

  /// What must not be followed behind a page of `path`: each leads a careless client to another
  /// host or port, or smuggles a header in.
  static func hostileURLs(around path: String) -> [String] {
    [
      ".evil.example/x", "@evil.example/x", "https://evil.example/x", ":8443/x",
      "//evil.example/x", "/\\evil.example/x", "http://127.0.0.1:1/x", "", "v1/x",
      path + "\r\nX-Injected: 1",
    ]
  }

  /// The URL of a page that begins one row further than this one, round and round.
  private func anotherURL(than token: PageToken, rows: Rows, path: String) -> String? {
    let count = rows.items.count
    guard count > 0 else { return nil }
    let after: Int
    switch token.anchor {
    case .start: after = 0
    case .startingAfter(let id), .endingBefore(let id):
      after = ((rows.position(of: id) ?? 0) + 1) % count
    }
    guard let id = rows.id(at: after) else { return nil }
    var next = token
    next.anchor = .startingAfter(id)
    return ServedPage.url(of: next, path: path)
  }
}
