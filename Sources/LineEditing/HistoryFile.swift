#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file with one entry a line: UTF-8, `\n` for a newline, `\r` for CR, `\\` for a backslash.
///
/// A line `\-entry` says that the entry has failed when it was run, `\+entry` that it no longer does.
/// Programs at the same time append under a lock, each an entry whole.
struct HistoryFile: Sendable {
  var path: String

  /// What a line of the file says.
  enum Line: Hashable {
    case entry(String)
    case failure(of: String)
    case success(of: String)

    var text: String {
      switch self {
      case .entry(let entry): HistoryFile.escape(entry)
      case .failure(let entry): "\\-" + HistoryFile.escape(entry)
      case .success(let entry): "\\+" + HistoryFile.escape(entry)
      }
    }

    init(_ text: String) {
      if text.hasPrefix("\\-") {
        self = .failure(of: HistoryFile.unescape(String(text.dropFirst(2))))
      } else if text.hasPrefix("\\+") {
        self = .success(of: HistoryFile.unescape(String(text.dropFirst(2))))
      } else {
        self = .entry(HistoryFile.unescape(text))
      }
    }

    var entry: String {
      switch self {
      case .entry(let entry), .failure(let entry), .success(let entry): entry
      }
    }
  }

  /// What a file holds.
  struct Contents {
    var entries: [String] = []
    var failed: Set<String> = []
    var warning: History.Warning?
  }

  /// Only so much of the end of a file is read.
  private static let maximumSize = 8 << 20

  /// Reads all entries; a missing file has none.
  func read(maximumLength: Int) -> Contents {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return Contents(warning: errno == ENOENT ? nil : warning(.unreadable(code: errno)))
    }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, Int(size) - Self.maximumSize)
    _ = lseek(descriptor, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    while bytes.count <= Self.maximumSize {
      let (chunk, code) = readSome(65_536, from: descriptor)
      if code == EINTR { continue }
      if let code { return Contents(warning: warning(.unreadable(code: code))) }
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return parse(bytes, isCut: start > 0, maximumLength: maximumLength)
  }

  /// Appends a line; the file is made for its owner alone.
  func append(_ line: Line) -> History.Warning? {
    makeFolder()
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return warning(.unwritable(code: errno)) }
    defer { close(descriptor) }
    guard lock(descriptor) else { return warning(.locked) }
    var bytes = Array((line.text + "\n").utf8)
    if endsInTheMiddle(descriptor) { bytes.insert(0x0A, at: 0) }
    if let code = writeAll(bytes, to: descriptor) { return warning(.unwritable(code: code)) }
    return nil
  }

  // MARK: - Entries and lines

  static func escape(_ entry: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The entry of a line; a backslash before anything else stands for itself.
  static func unescape(_ line: String) -> String {
    guard line.utf8.contains(0x5C) else { return line }
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "\\": result.append("\\")
        case "n": result.append("\n")
        case "r": result.append("\r")
        default: result.append(contentsOf: ["\\", scalar])
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  private func parse(_ bytes: [UInt8], isCut: Bool, maximumLength: Int) -> Contents {
    var contents = Contents()
    var damaged = 0
    for bytes in bytes.split(separator: 0x0A).dropFirst(isCut ? 1 : 0) {
      let text = bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
      guard let line = text.map(Line.init), line.entry.utf8.count <= maximumLength else {
        damaged += 1
        continue
      }
      switch line {
      case .entry(let entry): contents.entries.append(entry)
      case .failure(let entry): contents.failed.insert(entry)
      case .success(let entry): contents.failed.remove(entry)
      }
    }
    if damaged > 0 { contents.warning = warning(.damaged(lines: damaged)) }
    return contents
  }

  // MARK: - The file

  private func warning(_ problem: History.Warning.Problem) -> History.Warning {
    History.Warning(path: path, problem: problem)
  }

  private func makeFolder() {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      if slash > path.startIndex { mkdir(String(path[..<slash]), 0o700) }
      index = path.index(after: slash)
    }
  }

  /// Waits a moment for other writers, but not for one that never lets go.
  private func lock(_ descriptor: CInt) -> Bool {
    for _ in 0..<100 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      if errno != EWOULDBLOCK, errno != EINTR { return true }
      usleep(5_000)
    }
    return false
  }

  /// Whether the last line was cut, as by a full disk: the next must not join it.
  private func endsInTheMiddle(_ descriptor: CInt) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != 0x0A
  }
}
