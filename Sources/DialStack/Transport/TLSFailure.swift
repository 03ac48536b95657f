import NIOSSL

/// Why there is no TLS connection to the API.
enum TLSFailure {
  /// The certificate is not one that is trusted now.
  case untrusted
  /// The certificate is good, for other hosts.
  case otherHost
  /// The certificate names no host.
  case noNames
  /// The server speaks no TLS 1.2 and nothing newer.
  case oldVersion
  /// The connection ended in the middle.
  case cut
  /// Anything else, in the words of the TLS library.
  case other(String)

  /// `nil` for an error that is not one of TLS.
  init?(_ error: any Error) {
    switch error {
    case NIOSSLError.handshakeFailed(let failure): self.init(failure)
    case let failure as BoringSSLError: self.init(failure)
    case NIOSSLError.uncleanShutdown: self = .cut
    case let failure as NIOSSLError: self = .other("\(failure)")
    case is NIOSSLExtraError: self = .otherHost
    case is CertificateWithoutNames: self = .noNames
    default: return nil
    }
  }

  private init(_ failure: BoringSSLError) {
    guard case .sslError(let errors) = failure else {
      self = .cut
      return
    }
    if errors.contains(.eofDuringHandshake) {
      self = .cut
      return
    }
    switch Self.name(of: errors) {
    case "CERTIFICATE_VERIFY_FAILED": self = .untrusted
    case "UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "WRONG_VERSION_NUMBER",
      "UNKNOWN_PROTOCOL":
      self = .oldVersion
    case "": self = .other("the handshake failed")
    case let name: self = .other(name.lowercased().split(separator: "_").joined(separator: " "))
    }
  }

  /// The library's name of an error, from a text as `…:OPENSSL_internal:NAME at /a/file.cc:12`.
  private static func name(of errors: NIOBoringSSLErrorStack) -> Substring {
    let text = errors.first.map { "\($0)" } ?? ""
    guard let start = text.firstRange(of: "OPENSSL_internal:")?.upperBound else { return "" }
    return text[start...].prefix { $0 != " " }
  }

  /// The error that the user is told, the reason for an untrusted certificate found out.
  func error(on route: Route, _ timeouts: Timeouts) async -> APIError {
    let whose = "the certificate of `\(route.host)`"
    switch self {
    case .untrusted:
      let flaw = await CertificateFlaw.find(on: route, within: timeouts.connect)
      return APIError(.refusedConnection, "\(whose) is not trusted: \(flaw)")
    case .otherHost:
      return APIError(.refusedConnection, "\(whose) is not trusted: it is for another host")
    case .noNames:
      return APIError(.refusedConnection, "\(whose) is not trusted: it names no host")
    case .oldVersion:
      return APIError(.refusedConnection, "`\(route.host)` speaks no TLS 1.2 or later")
    case .cut:
      return APIError(.connection, "the connection closed before the answer was whole")
    case .other(let reason):
      return APIError(.refusedConnection, "no TLS connection to `\(route.host)`: \(reason)")
    }
  }
}
