package import DialLanguage
import SystemPackage

/// Reads files that people write.
package enum TextFile {
  /// More than this is no script and no configuration, in MiB.
  package static let largest = 64

  /// The text of the file at `path`.
  ///
  /// - Parameter most: the most MiB of it.
  /// - Throws: ``ConfigurationError``.
  package static func read(_ path: String, atMost most: Int = largest) throws(ConfigurationError)
    -> String
  {
    try text(of: try bytes(path, atMost: most), name: path)
  }

  /// The bytes of the file at `path`.
  ///
  /// - Parameter most: the most MiB of it.
  /// - Throws: ``ConfigurationError``.
  static func bytes(_ path: String, atMost most: Int = largest) throws(ConfigurationError)
    -> [UInt8]
  {
    do {
      let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
      return try descriptor.closeAfter { try bytes(descriptor, name: path, atMost: most) }
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError("can't read \(path): \(error)")
    }
  }

  /// The text of a file of the language, with its name; a device and a pipe are none.
  ///
  /// - Throws: ``ConfigurationError``.
  @Sendable
  package static func source(_ path: String) throws -> SourceText {
    // A pipe would be waited for while nothing can be stopped.
    if let type = try? FilePath(path).stat().type, ![.regular, .directory].contains(type) {
      throw ConfigurationError("can't read \(path): it is no file")
    }
    return SourceText(try read(path), name: path)
  }

  /// All bytes that `descriptor` gives.
  ///
  /// - Parameter most: the most MiB of it.
  /// - Throws: ``ConfigurationError`` for too many, or `Errno`.
  static func bytes(_ descriptor: FileDescriptor, name: String, atMost most: Int = largest) throws
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > most << 20 {
        throw ConfigurationError("\(name) is longer than \(most) MiB")
      }
    }
  }

  /// The text that the bytes of a file are, without a mark of their order.
  ///
  /// - Throws: ``ConfigurationError`` for what is not UTF-8.
  static func text(of bytes: [UInt8], name: String) throws(ConfigurationError) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError("\(name):\(line(ofInvalid: bytes)): the text is not UTF-8")
    }
    return text
  }

  private static func line(ofInvalid bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }
}
