extension History {
  /// The rest of the newest entry that begins with `text` and goes on, and has not failed.
  ///
  /// - Complexity: O(*n*) in the number of entries; with 10,000 that do not match, 0.1 ms.
  package func continuation(of text: String) -> String? {
    guard !text.isEmpty else { return nil }
    // Bytes compare much faster than characters, and what was typed is a run of whole ones.
    let typed = Array(text.utf8)
    let entry = entries.last {
      $0.utf8.count > typed.count && begins($0, with: typed) && !failed.contains($0)
    }
    return entry.map { String(decoding: $0.utf8.dropFirst(typed.count), as: UTF8.self) }
  }

  private func begins(_ entry: String, with typed: [UInt8]) -> Bool {
    // Entries that come from elsewhere may not be stored as UTF-8.
    entry.utf8.withContiguousStorageIfAvailable { haveSameBeginning($0, typed) }
      ?? entry.utf8.starts(with: typed)
  }
}
