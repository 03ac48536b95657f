import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Every transcript comes out as it is written, in memory and over a socket.
///
/// DIALSH_RECORD=1 writes what comes out into the files instead, for somebody to read.
struct TranscriptTests {
  static let names = [
    "mainline", "stages", "conditions", "exporters", "explain", "refusals", "scripts", "help",
    "values", "failures", "terminal",
  ]

  static let isRecording = getenv("DIALSH_RECORD").map { String(cString: $0) } == "1"

  @Test(arguments: names, Way.allCases)
  func comesOutAsWritten(_ name: String, _ way: Way) async throws {
    let path = Self.path(name)
    let text = String(decoding: try [UInt8](contentsOf: path), as: UTF8.self)
    var transcript = Transcript(text)
    try #require(!transcript.entries.isEmpty)
    for index in transcript.entries.indices {
      let entry = transcript.entries[index]
      if entry.settings.contains("socket"), way == .inMemory, !Self.isRecording { continue }
      let recordingWay = entry.settings.contains("socket") ? Way.overASocket : way
      let outcome = try await run(entry.input, in: RunSetting(entry.settings), recordingWay)
      transcript.entries[index].outcome = Transcript.Entry.lines(of: outcome)
      if Self.isRecording { continue }
      #expect(
        transcript.entries[index] == entry,
        "\(name), \(entry.input):\n\(transcript.entries[index].outcome.joined(separator: "\n"))")
    }
    if !Self.isRecording {
      #expect(transcript.text == text, "the file is not laid out as a recording would be")
    } else if way == .inMemory {
      try Self.write(transcript.text, to: path)
    }
  }

  @Test func everyFileIsRun() throws {
    let folder = Self.path("mainline").removingLastComponent().string
    #expect(try ScratchDirectory.names(in: folder) == Self.names.map { "\($0).txt" }.sorted())
  }

  private static func path(_ name: String) -> FilePath {
    FilePath(#filePath).removingLastComponent().appending("Transcripts/\(name).txt")
  }

  private static func write(_ text: String, to path: FilePath) throws {
    let file = try FileDescriptor.open(path, .writeOnly, options: [.truncate])
    _ = try file.closeAfter { try file.writeAll(Array(text.utf8)) }
  }
}
