import NIOCore
import NIOSSL
import Synchronization

/// The way to the API: which host, whom to trust there, through which proxy.
struct Route: Sendable {
  /// The host, an IPv6 address in brackets.
  let host: String
  let port: Int
  /// The proxy; `nil` for a way without one, as to this machine.
  let proxy: ProxyAddress?
  /// How TLS is spoken; `nil` for a way without it.
  let tls: TLS?

  init(to baseURL: BaseURL, _ options: NetworkOptions) {
    let isEncrypted = baseURL.scheme == "https"
    host = baseURL.host
    port = baseURL.port ?? (isEncrypted ? 443 : 80)
    proxy = options.proxy(for: baseURL)
    tls = isEncrypted ? TLS(options.tls) : nil
  }

  /// What answers at the other end of the connection, as a message names it.
  var peer: String { proxy.map { "the proxy `\($0)`" } ?? "the API" }

  /// The host without brackets.
  var bareHost: String { host.filter { $0 != "[" && $0 != "]" } }

  /// The name that the certificate must be good for; `nil` where it must be for an address.
  var serverName: String? {
    let isAddress = (try? SocketAddress(ipAddress: bareHost, port: port)) != nil
    return isAddress ? nil : bareHost
  }

  /// How TLS is spoken with the host: made when it is first needed, as that reads the certificates
  /// of the system.
  final class TLS: Sendable {
    private let configuration: TLSConfiguration
    private let made = Mutex<NIOSSLContext?>(nil)

    init(_ configuration: TLSConfiguration) {
      self.configuration = configuration
    }

    /// - Throws: an error of the TLS library for certificates that it can't take.
    func context() throws -> NIOSSLContext {
      try made.withLock { made in
        let context = try made ?? NIOSSLContext(configuration: configuration)
        made = context
        return context
      }
    }
  }
}
