import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A hidden folder, `.dialsh-….tmp`, for files that are to take their places in the folder around it.
///
/// Its process holds a lock on a file in it, by which others know that it is needed, as they do of an
/// ``UnfinishedFile``.
struct UnfinishedFolder {
  static let lockName = "lock"

  /// The folder that the files are for.
  private let folder: FilePath
  private let path: FilePath
  private let lock: FileDescriptor

  /// Makes a folder in `folder`. Wraps `mkdir`.
  ///
  /// - Throws: `Errno`.
  init(in folder: FilePath) throws {
    UnfinishedFile.removeLeftovers(in: folder)
    self.folder = folder
    path = folder.appending(UnfinishedFile.newName())
    guard mkdir(path.string, 0o700) == 0 else { throw Errno(rawValue: errno) }
    TemporaryPaths.add(path.string)
    do {
      lock = try FileDescriptor.open(
        path.appending(Self.lockName), .writeOnly,
        options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: .ownerReadWrite)
      _ = PathStatus.lock(lock)
    } catch {
      PathStatus.removeFolder(path.string)
      TemporaryPaths.forget(path.string)
      throw error
    }
  }

  /// Opens the file with a number behind its last byte; makes it where there is none.
  ///
  /// - Throws: `Errno`.
  func open(_ number: Int) throws -> FileDescriptor {
    try FileDescriptor.open(
      path.appending("\(number)"), .writeOnly, options: [.create, .append, .closeOnExec],
      permissions: FilePermissions(rawValue: 0o666))
  }

  /// Gives the file with a number, which is open as `descriptor`, its name, in the place of what has
  /// it.
  ///
  /// - Throws: `Errno`.
  func take(_ number: Int, _ descriptor: FileDescriptor, as name: String) throws {
    let target = folder.appending(name)
    if let old = try? target.stat(), old.type == .regular { _ = old.lend(to: descriptor) }
    try PathStatus.sync(descriptor)
    try PathStatus.rename(path.appending("\(number)").string, to: target.string)
  }

  /// Removes what has got no name.
  func remove() {
    PathStatus.removeFolder(path.string)
    TemporaryPaths.forget(path.string)
    try? lock.close()
    PathStatus.syncDirectory(of: path.string)
  }
}
