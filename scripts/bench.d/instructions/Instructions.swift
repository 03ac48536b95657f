import DialExport
import DialLanguage
import DialPipeline
import DialRows
import DialSandbox
import DialStack
import SystemPackage

/// Runs a line over prepared pages, for a program that counts instructions.
///
///     Instructions prepare FILE          makes the pages
///     Instructions run FILE TIMES LINE   runs the line so many times; its rows go to standard output
///     Instructions parse|plan|scan FILE TIMES   takes that step alone so many times: of a script of
///                                        10,000 lines, of a line, 1000 times, of the pages
///
/// All of it happens on one thread, without sockets and signals, which make counts differ and
/// which valgrind can't take.
@main
enum Instructions {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("prepare", 2): try prepare(arguments[2])
    case ("run", 4): try run(arguments[4], times: Int(arguments[3]) ?? 1, over: arguments[2])
    case (let step?, 3): try take(step, times: Int(arguments[3]) ?? 1, over: arguments[2])
    default: preconditionFailure("`prepare FILE`, `run FILE TIMES LINE` or `STEP FILE TIMES`")
    }
  }

  private static let line = "numbers where status=active | sort created_at | export csv x"

  private static func take(_ step: String, times: Int, over path: String) throws {
    let pages = try PreparedPages(reading: path)
    let script = SourceText(repeatElement(line, count: 10_000).joined(separator: "\n"))
    let vocabulary = Vocabulary.standard()
    for _ in 0..<times {
      switch step {
      case "parse": precondition(Script(script).statements.count == 10_000, "all are parsed")
      case "plan":
        for _ in 0..<1000 { _ = try Planner.plan(SourceText(line), with: vocabulary, in: scope) }
      case "scan":
        for body in pages.bodies {
          let count = try PageBody(scanning: body).count
          precondition(count == 100, "all are scanned")
        }
      default: preconditionFailure("there is no step `\(step)`")
      }
    }
  }

  private static var scope: Scope {
    Scope(
      accounts: .one(SandboxOptions.documentAccount), variables: [:], homeDirectory: nil,
      display: Display(format: "csv", terminal: nil))
  }

  private static func prepare(_ path: String) throws {
    let pages = try OneThread().run { try await PreparedPages(from: Sandbox.large) }
    try pages.write(to: path)
  }

  private static func run(_ line: String, times: Int, over path: String) throws {
    let pages = try PreparedPages(reading: path)
    for _ in 0..<times {
      let served = ServedPages(pages)
      try OneThread().run { try await rows(of: line, over: served) }
      precondition(served.asked == PreparedPages.count + 1, "the line leaves pages out")
    }
  }

  /// Plans a line and runs it, as a script does whose output goes to a program.
  private static func rows(of line: String, over pages: ServedPages) async throws {
    let script = try Planner.plan(SourceText(line), with: .standard(), in: scope)
    guard case .run(let plan)? = script.steps.first else {
      preconditionFailure("the line is no pipeline")
    }
    let runner = PlanRunner(
      client: Client(transport: pages), now: Timestamp(seconds: 1_789_473_600),
      zone: .utc, standardOutput: .standardOutput, pace: .inChunks,
      whileWriting: { try $0() }, onPage: { _, _, _ in })
    _ = try await runner.run(plan)
  }
}

extension Sandbox {
  /// One whose account has more active numbers than there are prepared rows.
  fileprivate static var large: Sandbox {
    get throws { try Sandbox(options: SandboxOptions(numbers: 2 * PreparedPages.rows)) }
  }
}
