import DialTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A person at the prompt of the program.
struct Conversation {
  let person: Person
  private let process: ChildProcess
  /// Whose home it is in.
  private let program: Program

  init(_ program: Program, _ arguments: String..., columns: Int = 70, rows: Int = 24) throws {
    person = try Person(columns: columns, rows: rows)
    self.program = program
    process = try program.start(arguments, on: person.path)
  }

  /// The same with the account of the documents, once the person was told who it is.
  static func withAnAccount(_ program: Program, columns: Int, rows: Int) async throws
    -> Conversation
  {
    let conversation = try Conversation(
      program, "--sandbox", "--account", Known.account, columns: columns, rows: rows)
    try await conversation.sees("acct_01h2xcejqtf2nbrexx3vqjhp41 is Harbor Vet")
    return conversation
  }

  /// Waits for a prompt at the end of the screen.
  func sees(prompt: String) async throws {
    try await person.waitAside(for: "the prompt `\(prompt)`") { $0.screen.lines.last == prompt }
  }

  /// Waits until the screen ends with these rows.
  func sees(ending lines: String...) async throws { try await sees(ending: lines) }

  func sees(ending lines: [String]) async throws {
    try await person.waitAside(for: "\(lines)") { _ in
      timelessLines.suffix(lines.count) == lines[...]
    }
  }

  /// Words with what they mean, as they are listed in two columns.
  static func rows(_ words: [(String, String)]) -> [String] {
    let width = words.map(\.0.count).max() ?? 0
    return words.map { word, summary in
      let blanks = String(repeating: " ", count: width - word.count + 2)
      return summary.isEmpty ? word : word + blanks + summary
    }
  }

  /// The rows of the screen, each time that a run took being `0.00 s`, or `0 ms`.
  var timelessLines: [String] {
    person.screen.lines.map {
      $0.replacing(/[0-9]+\.[0-9][0-9] s/, with: "0.00 s").replacing(/[0-9]+ ms/, with: "0 ms")
    }
  }

  /// Types a line once the prompt is there.
  func says(_ line: String, at prompt: String = "[test] dialsh>") async throws {
    try await sees(prompt: prompt)
    person.type(line + "\r")
  }

  /// Waits until some row of the screen holds `text`.
  func sees(_ text: String) async throws {
    try await person.waitAside(for: text) { _ in timelessLines.contains { $0.contains(text) } }
  }

  /// Waits until the last row is this, styles marked.
  func sees(styled line: String) async throws {
    try await person.waitAside(for: line) { $0.screen.styledLines.last == line }
  }

  func presses(_ keys: String) { person.type(keys) }

  /// Drops the line and waits for a new prompt.
  func drops(at prompt: String = "[test] dialsh>") async throws {
    presses(Key.controlC)
    try await sees(prompt: prompt)
  }

  /// How many requests the session has sent, by `.status`.
  func requests(at prompt: String = "[test] dialsh>") async throws -> Int? {
    presses(Key.controlL)
    try await person.waitAside(for: "a screen with a prompt alone") { $0.screen.lines == [prompt] }
    try await says(".status", at: prompt)
    try await sees("waited    ")
    try await sees(prompt: prompt)
    let match = person.screen.lines.lazy.compactMap { $0.wholeMatch(of: /requests  (\d+) sent.*/) }
    return match.first.flatMap { Int($0.1) }
  }

  /// Leaves by Ctrl-D, as one does when all is well.
  func leaves(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    presses(Key.controlD)
    #expect(try await end() == 0, sourceLocation: sourceLocation)
    #expect(person.isCooked, sourceLocation: sourceLocation)
  }

  func signal(_ number: CInt) { process.signal(number) }

  /// Waits for the end of the program.
  func end() async throws -> Int32 {
    // What is left to draw must find a reader.
    try await person.waitAside(for: "the end of the program") { _ in process.isOver }
    return await process.end()
  }
}
