package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Stat {
  /// Whether others than the owner may read, write or run it.
  package var isOpenToOthers: Bool {
    !permissions.isDisjoint(with: [.groupReadWriteExecute, .otherReadWriteExecute])
  }

  /// Whether it belongs to the user of this process.
  var isOwn: Bool { userID.rawValue == geteuid() }

  /// Whether only who owns a file in the folder may remove it.
  var isSticky: Bool { permissions.contains(FilePermissions(rawValue: 0o1000)) }

  /// Gives a new file the owner, the group and the permissions of this one. Wraps `fchown`.
  ///
  /// Permissions to act as another are lent to nobody else.
  ///
  /// - Returns: what could not be kept, `owner` or `group`.
  func lend(to descriptor: FileDescriptor) -> String? {
    let own = try? descriptor.stat()
    let keepsGroup =
      own?.groupID == groupID || fchown(descriptor.rawValue, uid_t.max, groupID.rawValue) == 0
    let keepsOwner =
      own?.userID == userID || fchown(descriptor.rawValue, userID.rawValue, gid_t.max) == 0
    let special = FilePermissions(rawValue: 0o7000)
    try? PathStatus.set(
      keepsOwner && keepsGroup ? permissions : permissions.subtracting(special), on: descriptor)
    return keepsOwner ? keepsGroup ? nil : "group" : "owner"
  }
}

/// Calls about paths and files that swift-system does not have yet.
package enum PathStatus {
  /// The path with symbolic links followed, or `path` itself if nothing is there. Wraps `realpath`.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static var isRoot: Bool { geteuid() == 0 }

  /// Whether files may be made and renamed in a folder. Wraps `access`.
  static func letsMakeFiles(in folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// Whether the file system of a folder takes no changes. Wraps `access`.
  static func isReadOnly(_ folder: String) -> Bool { access(folder, W_OK) != 0 && errno == EROFS }

  /// The most bytes of a name in a folder. Wraps `pathconf`.
  static func longestName(in folder: String) -> Int? {
    let most = pathconf(folder, CInt(_PC_NAME_MAX))
    return most > 0 ? most : nil
  }

  /// Whether there is a free block for this user, and room for another file. Wraps `statvfs`.
  static func hasRoom(in folder: String) -> Bool {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return true }
    let blocks = isRoot ? status.f_bfree : status.f_bavail
    let files = isRoot ? status.f_ffree : status.f_favail
    return (blocks > 0 || status.f_blocks == 0) && (files > 0 || status.f_files == 0)
  }

  /// Whether files of this process may have any bytes. Wraps `getrlimit`.
  static var mayGrowFiles: Bool {
    var limit = rlimit()
    #if canImport(Glibc)
      let code = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
      let code = getrlimit(RLIMIT_FSIZE, &limit)
    #endif
    return code != 0 || limit.rlim_cur > 0
  }

  /// What trying to lock a file comes to.
  enum Lock {
    case locked
    /// Another has the lock.
    case taken
    /// The file system has no locks.
    case unknown
  }

  /// Locks a file until the descriptor is closed. Wraps `flock`.
  static func lock(_ descriptor: FileDescriptor) -> Lock {
    if flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 { return .locked }
    return errno == EWOULDBLOCK ? .taken : .unknown
  }

  /// The names of what is in a folder, in no order; none if it can't be read. Wraps `readdir`.
  package static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          name.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        })
    }
    return names
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

  /// Removes a file, or a folder with its files; what is gone already is as good. Wraps `unlink`.
  static func remove(_ path: String) {
    if unlink(path) != 0, errno == EISDIR || errno == EPERM { removeFolder(path) }
  }

  /// Removes a folder and the files in it. Wraps `rmdir`.
  static func removeFolder(_ path: String) {
    for name in names(in: path) where name != "." && name != ".." { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// Makes a folder, unless it is there. Wraps `mkdir`.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw Errno(rawValue: errno)
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
