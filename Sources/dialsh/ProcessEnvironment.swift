import CProcess
import DialPipeline
import DialRows
import DialShell
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

  /// Where the program is, links followed; empty where nobody knows.
  static var executable: String {
    #if canImport(Darwin)
      var path = [CChar](repeating: 0, count: Int(PATH_MAX))
      var size = UInt32(path.count)
      guard _NSGetExecutablePath(&path, &size) == 0, let real = realpath(path, nil) else {
        return ""
      }
    #else
      guard let real = realpath("/proc/self/exe", nil) else { return "" }
    #endif
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether all arguments are UTF-8; what is not would be changed without a word.
  static var argumentsAreText: Bool {
    (0..<Int(CommandLine.argc)).allSatisfy { index in
      CommandLine.unsafeArgv[index].flatMap { String(validatingCString: $0) } != nil
    }
  }

  /// Puts something in the place of standard descriptors that are closed, lest a file or a
  /// connection takes their numbers and gets what is written to them.
  static func openStandardDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // Read-only: writing to it fails as it does on a closed one.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Has a signal that tells of a crash end the program: the runtime would start a program that
  /// writes a report, and would let a program go on that QUIT was to end.
  static func leaveCrashesToTheSystem() {
    for number in [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV]
    where !Interrupts.isIgnored(number) {
      signal(number, SIG_DFL)
    }
  }

  /// Keeps the memory, and the key in it, from core files and from other processes of the user.
  /// Programs that are started from here are not affected.
  static func forbidDumps() {
    #if os(Linux)
      // The kernel refuses this to no process.
      _ = process_forbid_dumps()
    #endif
  }

  /// Begins to measure a time.
  static func stopwatch() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// The moment by the system's clock.
  static var now: Timestamp {
    let time = Date().timeIntervalSince1970
    let seconds = time.rounded(.down)
    return Timestamp(seconds: Int(seconds), nanoseconds: Int((time - seconds) * 1e9))
  }
}

extension FileDescriptor {
  var isTerminal: Bool { isatty(rawValue) == 1 }
}
