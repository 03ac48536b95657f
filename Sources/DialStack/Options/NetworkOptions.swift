import NIOSSL
import TerminalText

/// Whom connections trust, and which way they take.
///
/// TLS is 1.2 at least, and a certificate must be good for the host that was asked for.
public struct NetworkOptions: Sendable {
  /// What is trusted in place of the system's certificates, if anything is.
  private var certificates: [NIOSSLCertificate]?
  private var proxy: ProxyAddress?
  /// The hosts that are reached without the proxy.
  private var exceptions: [ProxyException] = []

  /// Trusts what the system trusts, and takes no proxy.
  public init() {}

  /// Takes what the variables of a process say; one that is empty says nothing.
  ///
  /// `SSL_CERT_FILE` names a file of certificates in PEM, `SSL_CERT_DIR` folders of such files
  /// with `:` between: they are trusted in place of the system's. `HTTPS_PROXY` is a proxy that
  /// is asked to connect, `NO_PROXY` the hosts, or ends of hosts, that are reached without it;
  /// these two may be in lower case, which counts first.
  /// - Throws: ``InvalidNetworkOptions`` for a file or a proxy that can't be used.
  public init(environment: [String: String]) throws(InvalidNetworkOptions) {
    func value(_ names: String...) -> (name: String, text: String)? {
      names.lazy.compactMap { name in environment[name].map { (name, $0) } }
        .first { !$0.1.isEmpty }
    }
    var places: [CertificateFiles] = []
    if let (name, path) = value("SSL_CERT_FILE") { places.append(.file(path, variable: name)) }
    if let (name, paths) = value("SSL_CERT_DIR") { places.append(.folders(paths, variable: name)) }
    if !places.isEmpty {
      var found: [NIOSSLCertificate] = []
      for place in places { found += try place.certificates() }
      certificates = found
    }
    if let (name, text) = value("https_proxy", "HTTPS_PROXY") {
      proxy = try ProxyAddress(text, variable: name)
    }
    if let (_, text) = value("no_proxy", "NO_PROXY") {
      exceptions = text.split(whereSeparator: { $0 == "," || $0.isWhitespace })
        .map { ProxyException($0) }
    }
  }

  /// How TLS is spoken.
  var tls: TLSConfiguration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    tls.applicationProtocols = ["http/1.1"]
    if let certificates { tls.trustRoots = .certificates(certificates) }
    return tls
  }

  /// The proxy on the way to `url`; never one on the way to this machine.
  package func proxy(for url: BaseURL) -> ProxyAddress? {
    let isReachedDirectly = url.isLoopback || exceptions.contains { $0.matches(url) }
    return isReachedDirectly ? nil : proxy
  }
}

/// Why variables of the environment can't be used for connections.
public struct InvalidNetworkOptions: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence without its stop; it never repeats a password.
  public let description: String

  init(_ description: String) {
    self.description = description.visible
  }
}
