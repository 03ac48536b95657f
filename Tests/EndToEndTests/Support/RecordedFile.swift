import DialTestSupport
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of this target with what comes out of the program, which a test holds against it.
struct RecordedFile {
  /// Whether tests write what comes out into the files instead, for somebody to read.
  static let isRecording = getenv("DIALSH_RECORD").map { String(cString: $0) } == "1"

  let path: FilePath

  /// - Parameter place: where it is in the folder of the target: `Transcripts/help.txt`.
  init(_ place: String) {
    path = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .appending(FilePath(place).components)
  }

  var text: String {
    get throws { String(decoding: try [UInt8](contentsOf: path), as: UTF8.self) }
  }

  func write(_ text: String) throws {
    let file = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    _ = try file.closeAfter { try file.writeAll(Array(text.utf8)) }
  }
}
