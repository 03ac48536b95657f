import DialTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A person at the prompt of the program.
struct Conversation {
  let person: Person
  private let process: ChildProcess

  init(_ program: Program, _ arguments: String..., columns: Int = 70, rows: Int = 24) throws {
    person = try Person(columns: columns, rows: rows)
    process = try program.start(arguments, on: person.path)
  }

  /// Waits for a prompt at the end of the screen.
  func sees(prompt: String) async throws {
    try await person.waitAside(for: "the prompt `\(prompt)`") { $0.screen.lines.last == prompt }
  }

  /// Waits until the screen ends with these rows.
  func sees(ending lines: String...) async throws {
    try await person.waitAside(for: "\(lines)") { _ in
      timelessLines.suffix(lines.count) == lines[...]
    }
  }

  /// The rows of the screen, each time that a run took being `0.00 s`.
  var timelessLines: [String] {
    person.screen.lines.map { $0.replacing(/[0-9]+\.[0-9][0-9] s/, with: "0.00 s") }
  }

  /// Types a line once the prompt is there.
  func says(_ line: String, at prompt: String = "[test] dialsh>") async throws {
    try await sees(prompt: prompt)
    person.type(line + "\r")
  }

  func signal(_ number: CInt) { process.signal(number) }

  /// Waits for the end of the program.
  func end() async throws -> Int32 {
    // What is left to draw must find a reader.
    try await person.waitAside(for: "the end of the program") { _ in process.isOver }
    return await process.end()
  }
}
