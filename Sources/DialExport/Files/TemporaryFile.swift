package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file for this user alone, gone with the last reference to it.
package final class TemporaryFile: Sendable {
  package let path: String
  package let descriptor: FileDescriptor
  private let isNamed: Bool

  /// Where temporary files are made: `$TMPDIR`, else `/tmp`.
  package static var folder: String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }

  /// Makes a file that can be read and written, in `$TMPDIR` or `/tmp`. Wraps `mkstemps`.
  ///
  /// - Parameter isNamed: whether others can open it; without a name it is gone with the process,
  ///   however that ends. The default is `true`.
  /// - Throws: `Errno`.
  package init(suffix: String, isNamed: Bool = true) throws {
    let template = Self.folder + "/dialsh-XXXXXX" + suffix
    var bytes = Array(template.utf8CString)
    let opened = mkstemps(&bytes, CInt(suffix.utf8.count))
    guard opened >= 0 else { throw Errno(rawValue: errno) }
    _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
    descriptor = FileDescriptor(rawValue: opened)
    path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.isNamed = isNamed
    if isNamed { TemporaryPaths.add(path) } else { unlink(path) }
  }

  deinit {
    // Who deleted the file in the meantime has done our work.
    try? descriptor.close()
    // The name of one without may be another's by now.
    guard isNamed else { return }
    unlink(path)
    TemporaryPaths.forget(path)
  }
}
