package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file system says of a path. Wraps `stat` and its neighbours, which
/// swift-system does not have yet.
package struct PathStatus: Sendable {
  package let permissions: FilePermissions
  package let isDirectory: Bool
  package let isRegularFile: Bool

  /// Wraps `stat`.
  ///
  /// - Throws: `Errno`.
  package init(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Errno(rawValue: errno) }
    permissions = FilePermissions(rawValue: status.st_mode & 0o7777)
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegularFile = status.st_mode & S_IFMT == S_IFREG
  }

  /// The path with symbolic links followed, or `path` itself if nothing is there. Wraps `realpath`.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether the path itself is a symbolic link. Wraps `lstat`.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether the process may write there. Wraps `access`.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Wraps `fchmod`.
  static func set(_ permissions: FilePermissions, on descriptor: FileDescriptor) throws {
    guard fchmod(descriptor.rawValue, permissions.rawValue) == 0 else {
      throw Errno(rawValue: errno)
    }
  }

  /// Wraps `fsync`.
  static func sync(_ descriptor: FileDescriptor) throws {
    guard fsync(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Wraps `rename`.
  static func rename(_ path: String, to target: String) throws {
    guard renameFile(path, target) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Wraps `unlink`; a file that is gone already is as good.
  static func remove(_ path: String) {
    unlink(path)
  }

  /// Makes a rename last through a power failure, where the file system lets us.
  static func syncDirectory(of path: String) {
    let directory = FilePath(path).removingLastComponent()
    let place = directory.string.isEmpty ? FilePath(".") : directory
    guard let descriptor = try? FileDescriptor.open(place, .readOnly) else { return }
    fsync(descriptor.rawValue)
    try? descriptor.close()
  }
}

private func renameFile(_ path: String, _ target: String) -> CInt {
  rename(path, target)
}
