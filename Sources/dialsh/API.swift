import DialSandbox
import DialShell
import DialStack
import Synchronization

/// The API that a run talks to.
struct API: Sendable {
  let requests: RequestLog
  let governor: Governor
  let connection: Connection
  /// The client, made at its first use.
  let client: @Sendable () throws -> Client
}

/// Runs `body` with the API that the settings name; a sandbox lives as long as it.
///
/// - Throws: what keeps a sandbox from starting.
func withAPI(
  _ settings: ConnectionOptions.Settings, _ catalog: Catalog, _ output: OutputOptions,
  _ messages: Messages, body: @escaping @Sendable (API) async -> ExitStatus
) async throws -> ExitStatus {
  let requests = RequestLog(
    messages: messages, detail: output.verbose ? .everyRequest : .nothing)
  var options = ClientOptions(
    timeouts: settings.timeouts, network: settings.network, onEvent: { requests.note($0) })
  let governor = Governor()
  options.governor = governor
  if settings.usesSandbox, !output.dryRun {
    return try await SandboxServer.withServer(
      try Sandbox(options: SandboxOptions(), catalog: catalog)
    ) { [options] url in
      let baseURL = try BaseURL(url)
      let client = Client(key: sandboxKey, baseURL: baseURL, options: options)
      let connection = Connection(
        profile: nil, key: sandboxKey, origin: "--sandbox", baseURL: baseURL, isSandbox: true)
      return await body(
        API(requests: requests, governor: governor, connection: connection, client: { client }))
    }
  }
  let client = LazyClient(settings: settings, options: options)
  let connection = Connection(
    profile: settings.profile, key: settings.key?.key, origin: settings.key?.origin ?? "nowhere",
    baseURL: settings.baseURL, isSandbox: false)
  return await body(
    API(
      requests: requests, governor: governor, connection: connection,
      client: { try client.value() }))
}

/// A client that is made when the first request needs it: help needs no key.
private final class LazyClient: Sendable {
  private let settings: ConnectionOptions.Settings
  private let options: ClientOptions
  private let made = Mutex<Client?>(nil)

  init(settings: ConnectionOptions.Settings, options: ClientOptions) {
    self.settings = settings
    self.options = options
  }

  /// - Throws: `MissingKey`.
  func value() throws -> Client {
    try made.withLock { made in
      if let made { return made }
      guard let key = settings.key?.key else { throw MissingKey() }
      let client = Client(key: key, baseURL: settings.baseURL, options: options)
      made = client
      return client
    }
  }
}

private let sandboxKey: APIKey = {
  guard let key = APIKey(Sandbox.key) else { preconditionFailure("the key has no spaces") }
  return key
}()
