package import DialPipeline
package import DialRows
package import DialStack
package import SystemPackage

/// What the shell has of the world: the API, the descriptors, the clock.
package struct Environment: Sendable {
  package let vocabulary: Vocabulary
  package let standardOutput: FileDescriptor
  package let messages: Messages
  package let requests: RequestLog
  /// Lets the requests of the client go.
  package let governor: Governor
  package let connection: Connection
  /// Which part of several accounts is read, and how.
  package let fanOut: FanOutOptions
  /// Whether secrets are shown that a `select` names.
  package let showsSecrets: Bool
  /// What was seen of the API.
  package let observations: ObservationLog
  package let homeDirectory: String?
  /// What a pipeline without `export` writes; the terminal is looked at anew for each.
  package let display: @Sendable () -> Display
  /// The moment that `today` goes by.
  package let now: @Sendable () -> Timestamp
  /// Begins to measure a time, which the result tells.
  package let stopwatch: @Sendable () -> @Sendable () -> Duration
  /// Shows a file on the terminal a screen at a time: `.pager on`.
  package let showPaged: @Sendable (FileDescriptor) async throws -> Void
  /// The client, made when the first request needs it.
  ///
  /// Throws ``MissingKey`` where there is no key.
  package let client: @Sendable () throws -> Client

  package init(
    vocabulary: Vocabulary, standardOutput: FileDescriptor, messages: Messages,
    requests: RequestLog, governor: Governor, connection: Connection,
    fanOut: FanOutOptions = FanOutOptions(), showsSecrets: Bool = false,
    observations: ObservationLog,
    homeDirectory: String?, display: @escaping @Sendable () -> Display,
    now: @escaping @Sendable () -> Timestamp,
    stopwatch: @escaping @Sendable () -> @Sendable () -> Duration,
    showPaged: @escaping @Sendable (FileDescriptor) async throws -> Void,
    client: @escaping @Sendable () throws -> Client
  ) {
    self.vocabulary = vocabulary
    self.standardOutput = standardOutput
    self.messages = messages
    self.requests = requests
    self.governor = governor
    self.connection = connection
    self.fanOut = fanOut
    self.showsSecrets = showsSecrets
    self.observations = observations
    self.homeDirectory = homeDirectory
    self.display = display
    self.now = now
    self.stopwatch = stopwatch
    self.showPaged = showPaged
    self.client = client
  }
}
