package import DialPipeline
package import DialStack
package import SystemPackage

/// What the shell has of the world: the API, the descriptors, the clock.
package struct Environment: Sendable {
  package let vocabulary: Vocabulary
  package let standardOutput: FileDescriptor
  package let messages: Messages
  package let requests: RequestLog
  package let homeDirectory: String?
  /// What a pipeline without `export` writes; the terminal is looked at anew for each.
  package let display: @Sendable () -> Display
  /// The moment that `today` goes by.
  package let now: @Sendable () -> Timestamp
  /// The client, made when the first request needs it.
  ///
  /// Throws ``MissingKey`` where there is no key.
  package let client: @Sendable () throws -> Client

  package init(
    vocabulary: Vocabulary, standardOutput: FileDescriptor, messages: Messages,
    requests: RequestLog, homeDirectory: String?,
    display: @escaping @Sendable () -> Display, now: @escaping @Sendable () -> Timestamp,
    client: @escaping @Sendable () throws -> Client
  ) {
    self.vocabulary = vocabulary
    self.standardOutput = standardOutput
    self.messages = messages
    self.requests = requests
    self.homeDirectory = homeDirectory
    self.display = display
    self.now = now
    self.client = client
  }
}
