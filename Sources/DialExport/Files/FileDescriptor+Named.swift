import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileDescriptor {
  /// The open descriptor that `/dev/stdout`, `/dev/stderr` or `/dev/fd/3` names; `nil` for any
  /// other path.
  ///
  /// It may lead to a file that others write to as well, which must not be replaced.
  init?(named path: String) {
    switch path {
    case "/dev/stdout": self = .standardOutput
    case "/dev/stderr": self = .standardError
    default:
      guard path.hasPrefix("/dev/fd/"), let number = CInt(path.dropFirst("/dev/fd/".count)),
        number >= 0
      else { return nil }
      self.init(rawValue: number)
    }
  }

  /// Whether it is open. Wraps `fcntl`.
  var isOpen: Bool { fcntl(rawValue, F_GETFD) != -1 }
}
