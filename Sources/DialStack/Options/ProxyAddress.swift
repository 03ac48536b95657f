/// A proxy that is asked to connect (RFC 9110, 9.3.6).
package struct ProxyAddress: Sendable, Hashable {
  package let host: String
  package let port: Int
  /// Whom the proxy wants to know.
  package let user: User?

  package struct User: Sendable, Hashable {
    package let name: String
    package let password: String

    package init(name: String, password: String) {
      self.name = name
      self.password = password
    }
  }

  /// Reads `http://[user:password@]host:port`; the scheme may be left out.
  ///
  /// - Parameter variable: the variable that says it, for the error.
  init(_ text: String, variable: String) throws(InvalidNetworkOptions) {
    func invalid(_ reason: String) -> InvalidNetworkOptions {
      InvalidNetworkOptions("\(variable) \(reason); write http://HOST:PORT")
    }
    var rest = text[...]
    if let colon = rest.firstRange(of: "://") {
      guard rest[..<colon.lowerBound].lowercased() == "http" else {
        throw invalid("names a proxy that is not spoken to by plain HTTP, which dialsh can't")
      }
      rest = rest[colon.upperBound...]
    }
    if rest.last == "/" { rest.removeLast() }
    user = try rest.lastIndex(of: "@").map { at throws(InvalidNetworkOptions) in
      let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      rest = rest[rest.index(after: at)...]
      guard let name = PercentEncoding.decoded(parts[0]),
        let password = PercentEncoding.decoded(parts.dropFirst().first ?? "")
      else { throw invalid("has a user or password that is not percent-encoded UTF-8") }
      return User(name: name, password: password)
    }
    guard let authority = try? Authority(rest) else { throw invalid("names no host") }
    guard let port = authority.port else { throw invalid("names no port") }
    host = authority.host.filter { $0 != "[" && $0 != "]" }
    self.port = port
  }
}

extension ProxyAddress: CustomStringConvertible {
  /// The host and the port, without the user.
  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// A host, or the end of hosts, that is reached without the proxy: `example.com`, `.local:8080`,
/// `*.example.com`, `*`.
struct ProxyException: Sendable, Hashable {
  private let host: String
  private let port: Int?

  init(_ text: Substring) {
    let end = ["*.", "."].first { text.hasPrefix($0) } ?? ""
    let authority = try? Authority(text.dropFirst(end.count))
    host = authority?.host ?? text.lowercased()
    port = authority?.port
  }

  /// `example.com` stands for itself and for all that end in `.example.com`.
  func matches(_ url: BaseURL) -> Bool {
    let port = url.port ?? (url.scheme == "https" ? 443 : 80)
    guard self.port == nil || self.port == port else { return false }
    let bare = url.host.filter { $0 != "[" && $0 != "]" }
    return host == "*" || [url.host, bare].contains(host) || url.host.hasSuffix("." + host)
  }
}
