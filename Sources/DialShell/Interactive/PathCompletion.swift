import DialLanguage
import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders that go on from a path.
struct PathCompletion {
  /// What `~` stands for.
  let home: String?

  /// No more of a folder is looked at.
  private static let mostEntries = 10_000

  /// The candidates for a path as it is typed: `~/rep`.
  ///
  /// A quote at its beginning is taken as one; a name that must stand in quotes gets them.
  func candidates(for typed: String) -> [Candidate] {
    let quote = typed.first.flatMap { "\"'".contains($0) ? $0 : nil }
    let path = quote == nil ? typed : String(typed.dropFirst())
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = String(path[..<slash])
    let beginning = path[slash...]
    return entries(of: expanded(folder)).filter { entry in
      entry.name.hasPrefix(beginning) && (beginning.hasPrefix(".") || !entry.name.hasPrefix("."))
    }.map { entry in
      let text = folder + entry.name + (entry.isFolder ? "/" : "")
      return candidate(text, isFolder: entry.isFolder, quote: quote)
    }
  }

  private func candidate(_ text: String, isFolder: Bool, quote: Character?) -> Candidate {
    let needsQuotes = text.dropFirst(text.hasPrefix("~") ? 1 : 0).utf8.contains { byte in
      byte <= 0x20 || byte == 0x7F || "|;,()=<>~!\"'$*#\\".utf8.contains(byte)
    }
    guard quote != nil || needsQuotes else {
      return Candidate(text, suffix: isFolder ? "" : " ")
    }
    // An open quote lets a folder's path go on.
    return isFolder
      ? Candidate(String(text.quoted.dropLast()), suffix: "") : Candidate(text.quoted)
  }

  private func expanded(_ folder: String) -> String {
    if folder.isEmpty { return "." }
    guard let home, folder.hasPrefix("~/") else { return folder }
    return home + folder.dropFirst()
  }

  private func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while entries.count < Self.mostEntries, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      guard let name, name != ".", name != ".." else { continue }
      entries.append((name, isFolder(entry.pointee.d_type, "\(folder)/\(name)")))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private func isFolder(_ type: UInt8, _ path: String) -> Bool {
    if type != UInt8(DT_LNK), type != UInt8(DT_UNKNOWN) { return type == UInt8(DT_DIR) }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
