import AsyncHTTPClient
import NIOSSL

/// The way to the API: which host, whom to trust there, through which proxy.
struct Route: Sendable {
  let host: String
  let port: Int
  /// The proxy; `nil` for a way without one, as to this machine.
  let proxy: ProxyAddress?
  let tls: TLSConfiguration

  init(to baseURL: BaseURL, _ options: NetworkOptions) {
    host = baseURL.host
    port = baseURL.port ?? (baseURL.scheme == "https" ? 443 : 80)
    proxy = options.proxy(for: baseURL)
    tls = options.tls
  }

  /// What answers at the other end of the connection, as a message names it.
  var peer: String { proxy.map { "the proxy `\($0)`" } ?? "the API" }
}

extension ProxyAddress {
  /// What the proxy is told of the user.
  var authorization: HTTPClient.Authorization? {
    user.map { .basic(username: $0.name, password: $0.password) }
  }
}
