/// The API, for one key.
///
///     let client = Client(key: key)
///     for try await number in client.phoneNumbers.list(account: account.id) {
///       print(number.phoneNumber, number.status)
///     }
///
/// Copies share their connections, which close with the last copy.
public struct Client: Sendable {
  /// The version of the SDK.
  public static let version = Product.sdkVersion

  private(set) var requests: Retrying

  /// Makes a client of the API at `baseURL`; nothing is sent before a list is read.
  public init(
    key: APIKey, baseURL: BaseURL = .production, options: ClientOptions = ClientOptions()
  ) {
    self.init(
      transport: HTTPTransport(key: key, baseURL: baseURL, options: options), hiding: key,
      options: options, timing: .system)
  }

  /// Makes a client whose requests go to `transport`, with the defaults and the machine's clock.
  package init(transport: any Transport) {
    self.init(transport: transport, hiding: nil, options: ClientOptions(), timing: .system)
  }

  /// Makes a client whose requests go to `transport`.
  ///
  /// - Parameter key: what must not show in errors, should the other side know it.
  package init(
    transport: any Transport, hiding key: APIKey?, options: ClientOptions, timing: Timing
  ) {
    requests = Retrying(
      transport: transport, policy: options.retries, timing: timing,
      governor: options.governor ?? Governor(timing: timing), reporter: Reporter(options),
      text: ServerText(hiding: key))
  }

  /// The same client, but for requests that are sent once, and no more.
  package func withoutRetries() -> Client {
    var client = self
    client.requests.policy.maximumRetries = 0
    return client
  }

  /// Where the pages of one list are best worked on, one after the other; `nil` has no wish.
  package var executor: (any TaskExecutor)? { requests.transport.executor }

  /// Clients whose lists are worked on side by side, no more than `count`, this one first. They share
  /// their governor and what is told of their requests.
  package func spread(over count: Int) -> [Client] {
    requests.transport.spread(over: count).map { transport in
      var client = self
      client.requests.transport = transport
      return client
    }
  }

  /// The pages of a list as records.
  ///
  /// - Parameters:
  ///   - place: where to go on; `nil` is the beginning.
  ///   - readsAhead: whether each page is asked for while the one before is worked on, since all are
  ///     wanted.
  package func records(
    of endpoint: Endpoint, from place: ListPlace? = nil, readingAhead readsAhead: Bool = false
  ) -> RecordPages {
    RecordPages(endpoint, from: place, readingAhead: readsAhead, over: requests)
  }
}
