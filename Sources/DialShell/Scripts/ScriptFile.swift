import DialExport
package import DialLanguage
import SystemPackage

/// A script that may be written anew: a file, or standard input, whose new text goes to standard
/// output.
package struct ScriptFile: Sendable {
  private let path: String
  /// The path, or what messages say instead.
  package let name: String
  /// Whether it is a file, not standard input.
  package var isFile: Bool { path != "-" }
  /// The text, which knows the path of a file.
  package let source: SourceText
  private let bytes: [UInt8]

  /// - Parameter path: `-` is standard input.
  /// - Throws: ``ConfigurationError`` for a file that can't be read, or `Errno` for standard input.
  package init(_ path: String) throws {
    self.path = path
    let isFile = path != "-"
    name = isFile ? path : "standard input"
    bytes = isFile ? try TextFile.bytes(path) : try TextFile.bytes(.standardInput, name: name)
    source = SourceText(try TextFile.text(of: bytes, name: name), name: isFile ? path : nil)
  }

  /// Whether it is another text than `text`, byte for byte.
  package func differs(from text: String) -> Bool { !bytes.elementsEqual(text.utf8) }

  /// Puts `text` in its place, whole or not at all.
  ///
  /// - Throws: ``ConfigurationError`` where that can't be done.
  package func replace(with text: String, telling messages: Messages) throws(ConfigurationError) {
    do {
      if let obstacle { throw ConfigurationError("can't write \(name): \(obstacle)") }
      guard isFile else {
        return try FileDescriptor.standardOutput.writeUnlessStopped(Array(text.utf8))
      }
      var output = try FileOutput(path: path)
      try output.write(Array(text.utf8))
      try output.commit()
      for warning in output.warnings { messages.complain("warning: \(warning)") }
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw ConfigurationError("can't write \(isFile ? path : "standard output"): \(error)")
    }
  }

  private var obstacle: String? {
    guard isFile else { return nil }
    return FileOutput.writesDirectly(to: path)
      ? "it is no file that can be replaced; - is standard input" : FileOutput.obstacle(to: path)
  }
}
