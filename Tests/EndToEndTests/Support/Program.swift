import DialTestSupport
import Dispatch
import ShellTestSupport
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program itself, started as a user's shell starts it.
struct Program {
  /// Where the program finds its files; the test's own.
  let home: ScratchDirectory
  var variables: [String: String] = [:]
  var executable = Self.path

  init() throws {
    home = try ScratchDirectory()
  }

  /// Runs to the end.
  func run(
    _ arguments: String..., input: String = "", writingTo output: FileDescriptor? = nil
  ) async throws -> Finished {
    try await start(arguments, input: input, writingTo: output).end()
  }

  /// Starts, without waiting for the end.
  func start(
    _ arguments: [String], input: String = "", writingTo output: FileDescriptor? = nil,
    complainingTo errors: FileDescriptor? = nil
  ) throws -> Running {
    let run = "run-\(UInt64.random(in: 0...UInt64.max))"
    try home.write(input, to: "\(run)/input")
    try home.write("", to: "\(run)/output")
    try home.write("", to: "\(run)/errors")
    let actions = try FileActions()
    try actions.open(home.path("\(run)/input"), O_RDONLY, as: 0)
    if let output {
      try actions.give(output, as: 1)
    } else {
      try actions.open(home.path("\(run)/output"), O_WRONLY | O_APPEND, as: 1)
    }
    if let errors {
      try actions.give(errors, as: 2)
    } else {
      try actions.open(home.path("\(run)/errors"), O_WRONLY | O_APPEND, as: 2)
    }
    return Running(
      process: try spawn(arguments, actions), home: home, run: run)
  }

  /// Starts on a terminal, as the leader of a session of its own.
  func start(_ arguments: [String], on terminal: String) throws -> ChildProcess {
    let actions = try FileActions()
    for descriptor in CInt(0)...2 { try actions.open(terminal, O_RDWR, as: descriptor) }
    return try spawn(arguments, actions, isSessionLeader: true)
  }

  private func spawn(
    _ arguments: [String], _ actions: FileActions, isSessionLeader: Bool = false
  ) throws -> ChildProcess {
    var environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "XDG_CONFIG_HOME": home.path("config"), "XDG_STATE_HOME": home.path("state"),
    ]
    // What a build with a sanitizer is to look for.
    environment["ASAN_OPTIONS"] = getenv("ASAN_OPTIONS").map { String(cString: $0) }
    environment.merge(variables) { $1 }
    return try ChildProcess(
      [executable] + arguments, environment.map { "\($0)=\($1)" }, actions,
      isSessionLeader: isSessionLeader)
  }

  /// The program beside the bundle of the tests.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
    var folder = FilePath(bundle)
    while let last = folder.lastComponent?.string {
      folder.removeLastComponent()
      if last.hasSuffix(".xctest") { break }
    }
    return folder.appending("dialsh").string
  }()
}

/// What a program left behind.
struct Finished: Equatable {
  var output: String
  var errors: String
  /// The exit status; 128 more than the signal that ended it.
  var status: Int32
}

/// A program that was started, and the files that it writes to.
final class Running {
  let process: ChildProcess
  private let home: ScratchDirectory
  private let run: String

  init(process: ChildProcess, home: ScratchDirectory, run: String) {
    self.process = process
    self.home = home
    self.run = run
  }

  var output: String { get throws { try home.read("\(run)/output") } }
  var errors: String { get throws { try home.read("\(run)/errors") } }

  func end() async throws -> Finished {
    let status = await process.end()
    return Finished(output: try output, errors: try errors, status: status)
  }

  /// Ends the program as Ctrl-C does, and waits for it.
  func interrupt() async throws -> Finished {
    process.signal(SIGINT)
    return try await end()
  }
}

/// Waits until `condition` holds; only a broken build uses up the time.
func eventually(_ awaited: String, _ condition: () throws -> Bool) async throws {
  struct Never: Error { let awaited: String }
  let deadline = ContinuousClock.now + .seconds(30)
  while try !condition() {
    guard ContinuousClock.now < deadline else { throw Never(awaited: awaited) }
    try await Task.sleep(for: .milliseconds(5))
  }
}
