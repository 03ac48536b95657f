public import Logging

/// How a client talks to the API, and who hears of it.
public struct ClientOptions: Sendable {
  /// How long to wait for an answer.
  public var timeouts: Timeouts
  /// Whom connections trust, and which way they take.
  public var network: NetworkOptions
  /// When a request is sent again.
  public var retries: RetryPolicy
  /// The program that uses the SDK, added to the `User-Agent`.
  public var product: Product?
  /// Hears of every request, on the task that sends it. The default does nothing.
  public var onEvent: @Sendable (RequestEvent) -> Void
  /// Gets a line a request at the level `debug`. The default logs nothing.
  public var logger: Logger
  /// Lets each attempt go. By default a client has one of its own, without limits.
  package var governor: Governor?

  /// Makes the options; what is left out has its default.
  public init(
    timeouts: Timeouts = Timeouts(), network: NetworkOptions = NetworkOptions(),
    retries: RetryPolicy = RetryPolicy(), product: Product? = nil,
    onEvent: @escaping @Sendable (RequestEvent) -> Void = { _ in },
    logger: Logger = Logger(label: "dialstack") { _ in SwiftLogNoOpLogHandler() }
  ) {
    self.timeouts = timeouts
    self.network = network
    self.retries = retries
    self.product = product
    self.onEvent = onEvent
    self.logger = logger
  }
}

/// How long the parts of an exchange may take.
public struct Timeouts: Sendable, Hashable {
  /// From the start until there is a connection. The default is 10 seconds.
  public var connect: Duration
  /// From the request until the header of the answer. The default is 80 seconds.
  public var firstByte: Duration
  /// Between two parts of the answer's body. The default is 30 seconds.
  public var betweenBytes: Duration
  /// From the start until the answer is whole. The default is 10 minutes.
  public var exchange: Duration

  /// Makes the timeouts; what is left out has its default.
  public init(
    connect: Duration = .seconds(10), firstByte: Duration = .seconds(80),
    betweenBytes: Duration = .seconds(30), exchange: Duration = .seconds(600)
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.betweenBytes = betweenBytes
    self.exchange = exchange
  }
}

/// When a request that failed is sent again.
///
/// That is after connection failures, timeouts, cut answers and the statuses 408, 425, 429,
/// 500, 502, 503 and 504. The wait before retry _n_ is random, up to `firstDelay` × 2ⁿ⁻¹.
public struct RetryPolicy: Sendable, Hashable {
  /// How often a request is sent again. The default is 5; a negative number counts as 0.
  public var maximumRetries: Int
  /// The longest wait before the first retry. The default is 0.5 seconds.
  public var firstDelay: Duration
  /// The longest wait before any retry. The default is 30 seconds.
  public var maximumDelay: Duration
  /// How long a request waits in total where the API says how long, with `Retry-After` on a
  /// 429 or 503. The default is 5 minutes; when it asks for more, the request fails.
  public var maximumServerDelay: Duration

  /// Makes the policy; what is left out has its default.
  public init(
    maximumRetries: Int = 5, firstDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(30), maximumServerDelay: Duration = .seconds(300)
  ) {
    self.maximumRetries = maximumRetries
    self.firstDelay = firstDelay
    self.maximumDelay = maximumDelay
    self.maximumServerDelay = maximumServerDelay
  }
}

/// A program's name and version in a `User-Agent`: `dialsh/0.1.0`.
public struct Product: Sendable, Hashable, CustomStringConvertible {
  /// The version of this SDK, which stands first in a `User-Agent`.
  static let sdkVersion = "0.1.0"

  /// Both, with a slash between.
  public let description: String

  /// Takes tokens of RFC 9110: letters, digits, `!#$%&'*+-.^_|~` and the backtick; `nil` for others.
  public init?(name: String, version: String) {
    guard Self.isToken(name), Self.isToken(version) else { return nil }
    description = "\(name)/\(version)"
  }

  private static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}
