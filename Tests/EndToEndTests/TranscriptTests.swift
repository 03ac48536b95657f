import DialTestSupport
import ShellTestSupport
import SystemPackage
import Testing

/// Every transcript comes out as it is written, in memory and over a socket.
///
/// DIALSH_RECORD=1 writes what comes out into the files instead, for somebody to read.
struct TranscriptTests {
  static let names = [
    "mainline", "stages", "conditions", "exporters", "explain", "refusals", "scripts", "help",
    "values", "failures", "terminal",
  ]

  @Test(arguments: names, Way.allCases)
  func comesOutAsWritten(_ name: String, _ way: Way) async throws {
    let file = Self.file(name)
    let text = try file.text
    var transcript = Transcript(text)
    try #require(!transcript.entries.isEmpty)
    for index in transcript.entries.indices {
      let entry = transcript.entries[index]
      if entry.settings.contains("socket"), way == .inMemory, !RecordedFile.isRecording {
        continue
      }
      let recordingWay = entry.settings.contains("socket") ? Way.overASocket : way
      let outcome = try await run(entry.input, in: RunSetting(entry.settings), recordingWay)
      transcript.entries[index].outcome = Transcript.Entry.lines(of: outcome)
      if RecordedFile.isRecording { continue }
      #expect(
        transcript.entries[index] == entry,
        "\(name), \(entry.input):\n\(transcript.entries[index].outcome.joined(separator: "\n"))")
    }
    if !RecordedFile.isRecording {
      #expect(transcript.text == text, "the file is not laid out as a recording would be")
    } else if way == .inMemory {
      try file.write(transcript.text)
    }
  }

  @Test func everyFileIsRun() throws {
    let folder = Self.file("mainline").path.removingLastComponent().string
    #expect(try ScratchDirectory.names(in: folder) == Self.names.map { "\($0).txt" }.sorted())
  }

  private static func file(_ name: String) -> RecordedFile {
    RecordedFile("Transcripts/\(name).txt")
  }
}
