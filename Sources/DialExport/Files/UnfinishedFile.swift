import SystemPackage

/// A hidden file, `.dialsh-….tmp`, that is to take the place of another.
///
/// Its process holds a lock on it, by which others know that it is needed: what is left of a
/// process that was killed is removed by the next that makes one in the same folder.
struct UnfinishedFile {
  private static let prefix = ".dialsh-"
  private static let suffix = ".tmp"

  private let path: FilePath
  let descriptor: FileDescriptor

  /// Makes a file in `folder`, which may be empty for the current one.
  ///
  /// - Throws: `Errno`.
  init(in folder: FilePath, permissions: FilePermissions) throws {
    Self.removeLeftovers(in: folder)
    while true {
      let path = folder.appending(Self.newName())
      let descriptor = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: permissions)
      // Before it was locked, another process may have taken it for a leftover.
      if PathStatus.lock(descriptor) != .taken, try descriptor.stat().linkCount > 0 {
        (self.path, self.descriptor) = (path, descriptor)
        TemporaryPaths.add(path.string)
        return
      }
      try descriptor.close()
    }
  }

  /// A name that nothing has yet.
  static func newName() -> String {
    prefix + String(UInt64.random(in: 0...UInt64.max), radix: 36) + suffix
  }

  /// Gives the file the name `target`, in the place of what has it.
  ///
  /// - Throws: `Errno`.
  func take(_ target: String) throws {
    try PathStatus.rename(path.string, to: target)
    TemporaryPaths.forget(path.string)
  }

  func remove() {
    PathStatus.remove(path.string)
    TemporaryPaths.forget(path.string)
  }

  /// Removes the files and folders of this user in `folder` that no living process has locked; root's
  /// may have got another owner already.
  static func removeLeftovers(in folder: FilePath) {
    let names = PathStatus.names(in: folder.isEmpty ? "." : folder.string)
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
      let path = folder.appending(name)
      let isFolder = (try? path.stat(followTargetSymlink: false))?.type == .directory
      guard
        let descriptor = try? FileDescriptor.open(
          isFolder ? path.appending(UnfinishedFolder.lockName) : path, .readOnly,
          options: [.noFollow, .nonBlocking, .closeOnExec])
      else { continue }
      if let status = try? descriptor.stat(), status.type == .regular,
        status.isOwn || PathStatus.isRoot, PathStatus.lock(descriptor) == .locked
      {
        PathStatus.remove(path.string)
      }
      try? descriptor.close()
    }
  }
}
