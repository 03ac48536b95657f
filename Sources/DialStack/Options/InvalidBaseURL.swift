/// Why a text is no base URL of the API.
public struct InvalidBaseURL: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Reason: Sendable, Hashable, CaseIterable {
    /// It does not begin with `https://`.
    case scheme
    /// It is `http://` to another machine.
    case insecure
    /// It has no host, or one with characters that hosts don't have.
    case host
    /// The port is not 1 to 65535.
    case port
    /// It names a user or a password.
    case userInfo
    /// It has a query or a fragment.
    case query
    /// It holds spaces, control characters, backslashes or characters beyond ASCII.
    case characters
  }

  /// What is wrong.
  public let reason: Reason

  init(_ reason: Reason) {
    self.reason = reason
  }

  /// One sentence without its stop.
  public var description: String {
    switch reason {
    case .scheme: "a base URL begins with `https://`"
    case .insecure: "a base URL is `https`, or `http` to this machine: the key must not be read"
    case .host: "a base URL names a host in ASCII, as in `https://api.dialstack.ai`"
    case .port: "a port is a number from 1 to 65535"
    case .userInfo: "a base URL names no user: the key is given apart"
    case .query: "a base URL ends before `?` and `#`"
    case .characters: "a base URL is printable ASCII without spaces and backslashes"
    }
  }
}
