package import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of its own for a test, gone with the last reference to it.
package final class ScratchDirectory: Sendable {
  package let path: String

  package init() throws {
    let parent = FileManager.default.temporaryDirectory.path
    path = "\(parent)/dialsh-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that was taken away by the test itself is as good.
    try? FileManager.default.removeItem(atPath: path)
  }

  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// The names of what is in it, hidden files too, in order.
  package var names: [String] {
    get throws { try Self.names(in: path) }
  }

  package static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Writes a file, and the folders above it, with these permissions.
  @discardableResult
  package func write(
    _ text: String, to name: String, permissions: FilePermissions = .ownerReadWrite
  ) throws -> String {
    try write(bytes: Array(text.utf8), to: name, permissions: permissions)
  }

  @discardableResult
  package func write(
    bytes: [UInt8], to name: String, permissions: FilePermissions = .ownerReadWrite
  ) throws -> String {
    let file = FilePath(path(name))
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try bytes.write(to: file, permissions)
    return file.string
  }

  /// The text of a file.
  package func read(_ name: String) throws -> String {
    String(decoding: try [UInt8](contentsOf: FilePath(path(name))), as: UTF8.self)
  }
}

extension [UInt8] {
  /// The bytes of a file.
  package init(contentsOf file: FilePath) throws {
    let descriptor = try FileDescriptor.open(file, .readOnly)
    self = try descriptor.closeAfter { try descriptor.readToEnd() }
  }

  func write(to file: FilePath, _ permissions: FilePermissions) throws {
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .truncate], permissions: permissions)
    _ = try descriptor.closeAfter { try descriptor.writeAll(self) }
  }
}

extension FileDescriptor {
  /// All bytes up to the end.
  package func readToEnd() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}

/// Wraps `chmod`.
package func chmod(_ path: String, _ permissions: Int) throws {
  try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
}
