import DialPipeline
import DialRows
import DialShell
import DialStack
import DialTestSupport
import SystemPackage

/// A place for what the shell says, which a test can read.
final class Recorder {
  private let scratch: ScratchDirectory
  private let descriptors: [FileDescriptor]

  init() throws {
    let scratch = try ScratchDirectory()
    self.scratch = scratch
    descriptors = try ["output", "errors"].map { name in
      try FileDescriptor.open(
        FilePath(try scratch.write("", to: name)), .writeOnly, options: .append)
    }
  }

  deinit {
    for descriptor in descriptors { try? descriptor.close() }
  }

  var standardOutput: FileDescriptor { descriptors[0] }
  var output: String { get throws { try scratch.read("output") } }
  var errors: String { get throws { try scratch.read("errors") } }

  func messages(outputIsTerminal: Bool = false, errorsAreTerminal: Bool = false) -> Messages {
    Messages(
      output: descriptors[0], errors: descriptors[1], volume: .normal, prefix: "dialsh: ",
      outputIsTerminal: outputIsTerminal, errorsAreTerminal: errorsAreTerminal, width: { 80 })
  }

  /// A shell on a terminal, or, without a client, in a script: whatever is sent is an error.
  func shell(
    _ session: Session = Session(), client: Client? = nil, vocabulary: Vocabulary = .shell()
  ) -> Shell {
    let messages = messages(
      outputIsTerminal: client != nil, errorsAreTerminal: client != nil)
    return Shell(
      session: session,
      environment: Environment(
        vocabulary: vocabulary, standardOutput: standardOutput, messages: messages,
        requests: RequestLog(messages: messages, detail: .nothing), governor: Governor(),
        connection: .none, observations: ObservationLog(),
        homeDirectory: nil,
        display: { Display(format: "csv", terminal: nil) },
        now: { Timestamp(seconds: 1_789_473_600) }, stopwatch: { { .zero } },
        showPaged: { _ in },
        client: {
          guard let client else { throw MissingKey() }
          return client
        }),
      mode: .run)
  }
}
