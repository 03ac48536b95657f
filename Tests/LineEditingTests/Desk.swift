import DialTestSupport
import LineEditing
import Synchronization

/// A person before an editor: what every test of editing begins with.
struct Desk {
  let person: Person
  let editor: LineEditor

  init(
    history: History = History(), behavior: Behavior = .plain, columns: Int = 40, rows: Int = 12,
    type: String = "xterm"
  ) throws {
    person = try Person(columns: columns, rows: rows, type: type)
    editor = try LineEditor(
      terminal: person.terminal, programName: "desk", history: history, behavior: behavior)
  }

  /// Reads one line while the person acts, and gives up on both if nothing comes of it.
  func line(
    startingWith text: String = "", suggesting suggestion: String = "",
    _ act: (Person) throws -> Void
  ) async throws -> Line {
    let before = person.output.count
    let reading = Reading(editor, startingWith: text, suggesting: suggestion)
    do {
      // What was left of the line before may come late: keys are taken once they are not echoed.
      try person.wait(for: "the prompt") {
        $0.output[before...].contains(UInt8(ascii: ">")) && (!$0.isCooked || reading.isOver)
      }
      try act(person)
      try person.wait(for: "the end of the line") { _ in reading.isOver }
    } catch {
      reading.task.cancel()
      _ = try? await reading.task.value
      throw error
    }
    return try await reading.task.value
  }

  /// Reads one line that the person types at once.
  func line(typing text: String) async throws -> Line {
    try await line { $0.type(text) }
  }
}

extension Behavior {
  /// Colours `numbers`, digits, `日本` and the wrong word `staus`; each without a wait.
  static var colorful: Behavior {
    var behavior = Behavior.plain
    behavior.usesColor = true
    behavior.decorate = { Decoration(spans: Self.spans(in: $0.text)) }
    return behavior
  }

  private static func spans(in text: String) -> [Decoration.Span] {
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }.map {
      Decoration.Span($0..<$0 + 1, style: .red)
    }
    let words: [(String, Style)] = [
      ("numbers", .green), ("日本", .cyan), ("🙂", .yellow), ("staus", .underline.and(.red)),
    ]
    return digits
      + words.flatMap { word, style in
        let length = word.unicodeScalars.count
        return scalars.indices.filter { scalars[$0...].starts(with: word.unicodeScalars) }.map {
          Decoration.Span($0..<$0 + length, style: style)
        }
      }
  }
}

extension Style {
  static let red = Style(parameters: "31")
  static let green = Style(parameters: "32")
  static let yellow = Style(parameters: "33")
  static let cyan = Style(parameters: "36")
}

/// A reading that can be watched while it goes on.
struct Reading {
  private final class Flag: Sendable { let isSet = Mutex(false) }

  let task: Task<Line, any Error>
  private let flag: Flag

  init(_ editor: LineEditor, startingWith text: String = "", suggesting suggestion: String = "") {
    let flag = Flag()
    self.flag = flag
    task = Task {
      defer { flag.isSet.withLock { $0 = true } }
      return try await editor.readLine(
        prompt: Prompt("> "), startingWith: text, suggesting: suggestion)
    }
  }

  var isOver: Bool { flag.isSet.withLock { $0 } }
}

extension Person {
  /// The terminal that the person sits at.
  var terminal: Terminal { Terminal(input: slave, output: slave, error: slave) }
}
