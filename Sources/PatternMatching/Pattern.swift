import CPCRE2

/// A regular expression in PCRE2's syntax, ready to be held against texts one after the other.
///
/// ```swift
/// let pattern = try Pattern("(?i)^harbor")
/// pattern.search(in: "Harbor Vet".utf8.span)  // .found
/// ```
/// No pattern and no text takes more than some tenths of a second or 16 MiB, and none overflows
/// the stack: PCRE2 runs without its JIT, on the heap, and is stopped when its work is too much
/// or when the task is cancelled.
package final class Pattern {
  /// The longest pattern that is taken, in bytes.
  package static let mostPatternBytes = 64 * 1024
  /// The longest text that is searched, in bytes. PCRE2 counts no work inside of one `\w+`, which
  /// tries every start: time grows by the square of the length.
  package static let mostTextBytes = 16 * 1024
  /// How deep parentheses and classes may be nested.
  private static let nestingLimit: UInt32 = 250
  /// The most memory that a search may take, in KiB.
  private static let heapLimit: UInt32 = 16 * 1024

  /// What a search comes to.
  package enum Outcome: Sendable, Hashable {
    case found, notFound
    /// The text is too long, or there are too many ways to try.
    case undecided
    /// The task was cancelled.
    case stopped
  }

  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let context: OpaquePointer
  private let budget: UnsafeMutablePointer<Budget>

  /// Compiles `pattern`. Wraps `pcre2_compile`.
  ///
  /// - Throws: ``InvalidPattern`` with PCRE2's reason.
  package init(_ pattern: String) throws(InvalidPattern) {
    code = try Self.compiled(Array(pattern.utf8))
    guard let matchData = pcre2_match_data_create_8(1, nil),
      let context = pcre2_match_context_create_8(nil)
    else { preconditionFailure("there is memory for some hundred bytes") }
    self.matchData = matchData
    self.context = context
    budget = .allocate(capacity: 1)
    budget.initialize(to: Budget())
    pcre2_set_heap_limit_8(context, Self.heapLimit)
    pcre2_set_callout_8(context, spend, budget)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
    budget.deallocate()
  }

  /// Looks for the pattern anywhere in `text`; bytes that are not UTF-8 match nothing.
  /// Wraps `pcre2_match`.
  package func search(in text: Span<UInt8>) -> Outcome {
    guard text.count <= Self.mostTextBytes else { return .undecided }
    budget.pointee = Budget()
    let result = text.withUnsafeBufferPointer { text in
      // An empty text may have no address, which older versions refuse.
      let start = text.baseAddress ?? ("" as StaticString).utf8Start
      return pcre2_match_8(code, start, text.count, 0, 0, matchData, context)
    }
    switch result {
    case 0...: return .found
    case PCRE2_ERROR_NOMATCH: return .notFound
    default: return budget.pointee.isStopped ? .stopped : .undecided
    }
  }

  private static func compiled(_ bytes: [UInt8]) throws(InvalidPattern) -> OpaquePointer {
    guard let context = pcre2_compile_context_create_8(nil) else {
      preconditionFailure("there is memory for some hundred bytes")
    }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_max_pattern_length_8(context, mostPatternBytes)
    pcre2_set_parens_nest_limit_8(context, nestingLimit)
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_DOLLAR_ENDONLY
      | PCRE2_NEVER_BACKSLASH_C | UInt32(PCRE2_AUTO_CALLOUT)
    var error: CInt = 0
    var offset = 0
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, context) else {
      throw InvalidPattern(code: error, offset: min(offset, bytes.count), of: bytes)
    }
    return code
  }
}

/// Why a text is no pattern.
package struct InvalidPattern: Error, Hashable {
  /// PCRE2's words: `missing closing parenthesis`.
  package let reason: String
  /// How many characters of the pattern PCRE2 had read when it gave up, and whether those are all.
  package let charactersRead: Int
  package let isAtEnd: Bool

  init(code: CInt, offset: Int, of pattern: [UInt8]) {
    var message = [UInt8](repeating: 0, count: 256)
    pcre2_get_error_message_8(code, &message, message.count)
    reason = String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    charactersRead = String(decoding: pattern[..<offset], as: UTF8.self).count
    isAtEnd = offset == pattern.count
  }
}

/// What a search may still cost.
private struct Budget {
  /// Steps between two looks at whether the task is cancelled: some microseconds.
  private static let stride = 128
  /// A step takes some 20 to 100 ns, and so do some tens of bytes that one step passes.
  private var steps = 1_000_000
  private static let bytesOfAStep = 32

  private var untilLook = stride
  private var position = 0
  private(set) var isStopped = false

  /// Whether one more step may be taken, at this place of the text.
  mutating func spend(at position: Int) -> Bool {
    let distance = abs(position - self.position)
    self.position = position
    steps -= 1 + distance / Self.bytesOfAStep
    untilLook -= 1
    if untilLook <= 0 {
      untilLook = Self.stride
      isStopped = Task.isCancelled
    }
    return steps > 0 && !isStopped
  }
}

/// Called by PCRE2 before each item of the pattern that it tries.
private func spend(
  _ callout: UnsafeMutablePointer<pcre2_callout_block_8>?, _ budget: UnsafeMutableRawPointer?
) -> CInt {
  guard let callout, let budget = budget?.assumingMemoryBound(to: Budget.self) else { return 0 }
  return budget.pointee.spend(at: callout.pointee.current_position) ? 0 : PCRE2_ERROR_CALLOUT
}
