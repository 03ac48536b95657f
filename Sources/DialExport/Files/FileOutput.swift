import SystemPackage

/// A file that appears whole or not at all.
///
/// Rows go to a new file beside it, which is synced and takes the place of the old one when
/// all is written. Devices, pipes and open descriptors have no place to take: they are written
/// directly.
package struct FileOutput: Output, ~Copyable {
  private let path: String
  /// The new file; `nil` for what is written directly.
  private let unfinished: UnfinishedFile?
  private let descriptor: FileDescriptor
  package let warnings: [String]
  private var isOpen = true

  /// Opens a new file beside `path`, or the device or descriptor that `path` names.
  ///
  /// - Throws: `Errno`, or `CancellationError` while a pipe waits for its reader.
  package init(path: String) throws {
    if let open = FileDescriptor(named: path) {
      self.init(path: path, descriptor: try open.duplicate(), unfinished: nil, warnings: [])
      return
    }
    let target = PathStatus.resolved(path)
    let status = try? FilePath(target).stat()
    if let status, status.type != .regular {
      let device = try FileDescriptor.openUnlessStopped(target)
      self.init(path: target, descriptor: device, unfinished: nil, warnings: [])
      return
    }
    let file = try UnfinishedFile(
      in: FilePath(target).removingLastComponent(),
      permissions: status == nil ? FilePermissions(rawValue: 0o666) : .ownerReadWrite)
    let change = status?.lend(to: file.descriptor)
    self.init(
      path: target, descriptor: file.descriptor, unfinished: file,
      warnings: change.map { ["the \($0) of \(path) has changed to yours"] } ?? [])
  }

  /// Whether what is written to `path` is there at once: it is a device, a pipe or an open
  /// descriptor.
  package static func writesDirectly(to path: String) -> Bool {
    if FileDescriptor(named: path) != nil { return true }
    guard let status = try? FilePath(path).stat() else { return false }
    return status.type != .regular
  }

  private init(
    path: String, descriptor: FileDescriptor, unfinished: UnfinishedFile?, warnings: [String]
  ) {
    self.path = path
    self.descriptor = descriptor
    self.unfinished = unfinished
    self.warnings = warnings
  }

  package func write(_ bytes: [UInt8]) throws {
    try descriptor.writeUnlessStopped(bytes)
  }

  package mutating func commit() throws {
    guard let unfinished else { return close() }
    try PathStatus.sync(descriptor)
    // The file stays open, and so locked, until it has another name.
    try unfinished.take(path)
    close()
    PathStatus.syncDirectory(of: path)
  }

  package mutating func abandon() {
    guard isOpen else { return }
    unfinished?.remove()
    close()
  }

  private mutating func close() {
    guard isOpen else { return }
    isOpen = false
    try? descriptor.close()
  }

  deinit {
    guard isOpen else { return }
    unfinished?.remove()
    try? descriptor.close()
  }
}
