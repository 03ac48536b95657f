import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals on their way to what is done about them.
///
/// A handler may do next to nothing: it writes the number of the signal into a pipe, at whose other end
/// there is time. Dispatch's own sources of signals lose one now and then on Linux: the thread that
/// waits for the program's end may take it, and nobody hears of it.
final class SignalPipe: Sendable {
  /// The pipe of the process; `nil` where there are no descriptors left, and signals do what they do
  /// to any program.
  static let shared = SignalPipe()

  private let readEnd: CInt
  private let writeEnd: CInt
  private let meanings = Mutex<[CInt: [@Sendable () -> Void]]>([:])
  private let source = Mutex<(any DispatchSourceRead)?>(nil)

  private init?() {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    source.withLock { source in
      let pipe = DispatchSource.makeReadSource(fileDescriptor: readEnd, queue: .global())
      pipe.setEventHandler { @Sendable [unowned self] in self.pass() }
      pipe.resume()
      source = pipe
    }
  }

  /// Calls `meaning` whenever the signal comes.
  func on(_ number: CInt, _ meaning: @escaping @Sendable () -> Void) {
    meanings.withLock { $0[number, default: []].append(meaning) }
    signal(number) { SignalPipe.shared?.write($0) }
  }

  /// What a handler does; the code that it interrupts keeps its `errno`.
  private func write(_ number: CInt) {
    let code = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = Self.write(writeEnd, &byte)
    errno = code
  }

  private static func write(_ descriptor: CInt, _ byte: UnsafeRawPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, byte, 1)
    #else
      Darwin.write(descriptor, byte, 1)
    #endif
  }

  /// Does what the signals mean that have come.
  private func pass() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while case let count = read(readEnd, &bytes, bytes.count), count > 0 {
      for number in bytes[..<count] {
        let meanings = meanings.withLock { $0[CInt(number)] ?? [] }
        for meaning in meanings { meaning() }
      }
    }
  }
}
