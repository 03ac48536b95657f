/// Where the API is: `https://api.dialstack.ai`.
///
/// Keys travel there, so it is `https`, or plain `http` to this machine alone.
public struct BaseURL: Sendable, Hashable {
  /// `https` or `http`.
  package let scheme: String
  /// The host in lower case, an IPv6 address in brackets.
  package let host: String
  /// The port, if the URL names one.
  package let port: Int?
  /// What precedes every path of the API, beginning with `/`; empty as a rule.
  package let prefix: String

  /// The API that the public uses.
  public static let production = BaseURL(
    scheme: "https", host: "api.dialstack.ai", port: nil, prefix: "")

  private init(scheme: String, host: String, port: Int?, prefix: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.prefix = prefix
  }

  /// Reads `https://host[:port][/prefix]`; a slash at the end is dropped.
  ///
  /// `http://` is taken for `localhost`, `127.0.0.0/8` and `[::1]`.
  /// - Throws: ``InvalidBaseURL`` with the reason.
  public init(_ text: String) throws(InvalidBaseURL) {
    guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) else {
      throw InvalidBaseURL(.characters)
    }
    guard let colon = text.firstRange(of: "://") else { throw InvalidBaseURL(.scheme) }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw InvalidBaseURL(.scheme) }
    let rest = text[colon.upperBound...]
    guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else { throw InvalidBaseURL(.query) }
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    guard !rest[..<end].contains("@") else { throw InvalidBaseURL(.userInfo) }
    let authority = try Authority(rest[..<end])
    guard scheme == "https" || authority.isLoopback else { throw InvalidBaseURL(.insecure) }
    self.init(
      scheme: scheme, host: authority.host, port: authority.port,
      prefix: try Self.prefix(rest[end...]))
  }

  private static func prefix(_ path: Substring) throws(InvalidBaseURL) -> String {
    var path = path
    while path.last == "/" { path.removeLast() }
    guard path.utf8.allSatisfy({ PercentEncoding.isAllowedInTarget($0) }) else {
      throw InvalidBaseURL(.characters)
    }
    return String(path)
  }

  /// The scheme, host and port, as in `https://api.dialstack.ai`.
  package var origin: String { "\(scheme)://\(authority)" }

  /// The host, and the port if the URL names one (RFC 9110, 7.2).
  var authority: String { host + (port.map { ":\($0)" } ?? "") }

  /// Whether requests stay on this machine.
  package var isLoopback: Bool { Authority.isLoopback(host) }

  /// The URL of a target, which begins with `/`.
  package func url(of target: String) -> String {
    origin + prefix + target
  }
}

extension BaseURL: CustomStringConvertible {
  /// The URL without a slash at its end.
  public var description: String { origin + prefix }
}

/// The host and the port of a URL.
struct Authority {
  let host: String
  let port: Int?

  init(_ text: Substring) throws(InvalidBaseURL) {
    let hostEnd = try Self.endOfHost(text)
    let host = text[..<hostEnd].lowercased()
    guard Self.isHost(host) else { throw InvalidBaseURL(.host) }
    self.host = host
    guard hostEnd < text.endIndex else {
      port = nil
      return
    }
    let digits = text[hostEnd...].dropFirst()
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let port = Int(digits),
      (1...65535).contains(port)
    else { throw InvalidBaseURL(.port) }
    self.port = port
  }

  var isLoopback: Bool { Self.isLoopback(host) }

  /// `127.0.0.0/8` is spelled in four parts: resolvers take `127.1` for it, people don't.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (48...57).contains($0) } && UInt8(part) != nil
      }
  }

  private static func endOfHost(_ text: Substring) throws(InvalidBaseURL) -> String.Index {
    guard text.first == "[" else { return text.firstIndex(of: ":") ?? text.endIndex }
    guard let bracket = text.firstIndex(of: "]") else { throw InvalidBaseURL(.host) }
    let end = text.index(after: bracket)
    guard end == text.endIndex || text[end] == ":" else { throw InvalidBaseURL(.host) }
    return end
  }

  private static func isHost(_ host: String) -> Bool {
    guard host.hasPrefix("[") else {
      return !host.isEmpty
        && host.utf8.allSatisfy { byte in
          (97...122).contains(byte) || (48...57).contains(byte) || "-._".utf8.contains(byte)
        }
    }
    let address = host.dropFirst().dropLast()
    return address.contains(":")
      && address.utf8.allSatisfy { (97...102).contains($0) || (48...58).contains($0) || $0 == 46 }
  }
}
