import SystemPackage

extension FileOutput {
  /// Why a file can't be written at `path`, or `nil` if nothing is in the way.
  package static func obstacle(to path: String) -> String? {
    guard !path.isEmpty else { return "the path is empty" }
    guard !path.utf8.contains(0) else { return "the path holds a NUL character" }
    guard path.last != "/" else { return "it names a directory" }
    if let descriptor = FileDescriptor(named: path) {
      return descriptor.isOpen ? nil : "it is not open"
    }
    let target = PathStatus.resolved(path)
    let status = try? FilePath(target).stat()
    if let status {
      if status.type == .directory { return "it is a directory" }
      if !PathStatus.isWritable(target) { return "permission denied" }
      if status.type != .regular { return nil }
    } else if (try? FilePath(path).stat(followTargetSymlink: false))?.type == .symbolicLink {
      return "it is a symbolic link to nothing"
    }
    let file = FilePath(target)
    let folder = file.removingLastComponent().string
    return obstacle(
      in: folder.isEmpty ? "." : folder, to: file.lastComponent?.string ?? "", replacing: status)
  }

  /// Whether two paths lead to the same file, there or yet to be made.
  package static func isSameFile(_ path: String, _ other: String) -> Bool {
    func place(of path: String) -> FilePath {
      let target = PathStatus.resolved(path)
      guard target == path, let name = FilePath(path).lastComponent else { return FilePath(target) }
      let folder = FilePath(path).removingLastComponent().string
      return FilePath(PathStatus.resolved(folder.isEmpty ? "." : folder)).appending(name)
    }
    return place(of: path) == place(of: other)
  }

  /// Why no file called `name` can be made in `folder`, or why it can't take the place of
  /// another.
  private static func obstacle(in folder: String, to name: String, replacing old: Stat?)
    -> String?
  {
    guard let place = try? FilePath(folder).stat() else {
      return "there is no directory `\(folder)`"
    }
    guard place.type == .directory else { return "`\(folder)` is no directory" }
    if let most = PathStatus.longestName(in: folder), name.utf8.count > most {
      return "a name may have \(most) bytes there, and this one has \(name.utf8.count)"
    }
    guard !PathStatus.isReadOnly(folder) else { return "`\(folder)` is read-only" }
    guard PathStatus.letsMakeFiles(in: folder) else { return "permission denied in `\(folder)`" }
    if let old, place.isSticky, !PathStatus.isRoot, !place.isOwn, !old.isOwn {
      return "it is another user's, and in `\(folder)` nobody else may replace it"
    }
    guard PathStatus.hasRoom(in: folder) else { return "no space is left in `\(folder)`" }
    return PathStatus.mayGrowFiles ? nil : "no file may grow here (`ulimit -f` is 0)"
  }
}
