import DialLanguage
package import SystemPackage

/// The only writer of rows: a descriptor behind a buffer, or a file that appears whole.
package protocol Output: ~Copyable {
  /// Writes all of `bytes`.
  ///
  /// - Throws: `Errno`; a closed pipe is `Errno.brokenPipe`.
  mutating func write(_ bytes: [UInt8]) throws

  /// Makes what was written stand.
  mutating func commit() throws

  /// Undoes what was written, as far as that can be done.
  mutating func abandon()
}

/// A descriptor that is open already, standard output for one.
package struct DescriptorOutput: Output {
  /// Who reads what is written.
  package enum Reader: Sendable, Hashable {
    /// A program, a file, or a terminal that an exporter draws for: every byte as it is.
    case program
    /// A terminal: control characters and the like are shown, never sent.
    case terminal
  }

  private let descriptor: FileDescriptor
  private let reader: Reader

  package init(_ descriptor: FileDescriptor, for reader: Reader) {
    self.descriptor = descriptor
    self.reader = reader
  }

  package func write(_ bytes: [UInt8]) throws {
    switch reader {
    case .program: try descriptor.writeAll(bytes)
    case .terminal: try descriptor.writeAll(Self.shown(bytes))
    }
  }

  /// The lines with all but tabs and line breaks made visible.
  private static func shown(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(\.visible)
        .joined(separator: "\t")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  package func commit() {}
  package func abandon() {}
}

/// A file that appears whole or not at all.
///
/// Rows go to a new file beside it, which is synced and takes the place of the old one when
/// all is written. Devices and pipes have no place to take: they are written directly.
package struct FileOutput: Output, ~Copyable {
  private let path: String
  private let temporary: String?
  private let descriptor: FileDescriptor
  private var isOpen = true

  /// Opens a new file beside `path`, or the device that `path` names.
  ///
  /// - Throws: `Errno`.
  package init(path: String) throws {
    let target = PathStatus.resolved(path)
    self.path = target
    let status = try? PathStatus(target)
    if let status, !status.isRegularFile {
      temporary = nil
      descriptor = try FileDescriptor.open(FilePath(target), .writeOnly)
      return
    }
    let file = FilePath(target)
    let name = ".dialsh-\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).tmp"
    let beside = file.removingLastComponent().appending(name)
    temporary = beside.string
    descriptor = try FileDescriptor.open(
      beside, .writeOnly, options: [.create, .exclusiveCreate],
      permissions: status == nil ? FilePermissions(rawValue: 0o666) : .ownerReadWrite)
    if let status { try? PathStatus.set(status.permissions, on: descriptor) }
  }

  package func write(_ bytes: [UInt8]) throws {
    try descriptor.writeAll(bytes)
  }

  package mutating func commit() throws {
    guard let temporary else { return close() }
    try PathStatus.sync(descriptor)
    close()
    try PathStatus.rename(temporary, to: path)
    PathStatus.syncDirectory(of: path)
  }

  package mutating func abandon() {
    close()
    if let temporary { PathStatus.remove(temporary) }
  }

  private mutating func close() {
    guard isOpen else { return }
    isOpen = false
    try? descriptor.close()
  }

  deinit {
    guard isOpen else { return }
    try? descriptor.close()
    if let temporary { PathStatus.remove(temporary) }
  }

  /// Why a file can't be written at `path`, or `nil` if nothing is in the way.
  package static func obstacle(to path: String) -> String? {
    guard !path.isEmpty else { return "the path is empty" }
    guard !path.utf8.contains(0) else { return "the path holds a NUL character" }
    guard path.last != "/" else { return "it names a directory" }
    let target = PathStatus.resolved(path)
    if (try? PathStatus(target)) == nil, PathStatus.isLink(path) {
      return "it is a symbolic link to nothing"
    }
    if let status = try? PathStatus(target) {
      if status.isDirectory { return "it is a directory" }
      if !PathStatus.isWritable(target) { return "permission denied" }
      if !status.isRegularFile { return nil }
    }
    let directory = FilePath(target).removingLastComponent().string
    let place = directory.isEmpty ? "." : directory
    guard let status = try? PathStatus(place) else { return "there is no directory `\(place)`" }
    guard status.isDirectory else { return "`\(place)` is no directory" }
    return PathStatus.isWritable(place) ? nil : "permission denied in `\(place)`"
  }
}
