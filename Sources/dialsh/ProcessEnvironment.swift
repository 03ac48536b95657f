import DialPipeline
import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process was started with.
enum ProcessEnvironment {
  static let variables = ProcessInfo.processInfo.environment

  /// The moment by the system's clock.
  static var now: Timestamp { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
}

extension FileDescriptor {
  var isTerminal: Bool { isatty(rawValue) == 1 }
}
