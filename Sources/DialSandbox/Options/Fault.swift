/// A way in which the sandbox misbehaves on demand, and how often.
///
/// A fault strikes only requests that would otherwise be answered with 200: a wrong key
/// or a bad limit is refused as ever.
package struct Fault: Sendable, Hashable {
  package let kind: Kind
  /// The chance of a request to be struck, 0 to 1.
  package let rate: Double
  /// How many requests may be struck, counted from the first; the rest go well.
  package let first: Int

  /// - Precondition: `rate` is 0 to 1.
  package init(_ kind: Kind, rate: Double = 1, first: Int = .max) {
    precondition((0...1).contains(rate), "a rate is 0 to 1")
    self.kind = kind
    self.rate = rate
    self.first = first
  }

  /// Reads `KIND`, `KIND:RATE` or, for the first requests, `KIND:COUNTx`: `503`,
  /// `429-seconds:0.2`, `429-seconds:3x`. `429` alone is `429-seconds`.
  ///
  /// - Throws: ``SandboxError/unknownFault(_:)`` or ``SandboxError/badRate(_:)``.
  package init(parsing text: String) throws(SandboxError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0] == "429" ? Kind.tooManyRequests.rawValue : String(parts[0])
    guard let kind = Kind(rawValue: name) else { throw .unknownFault(String(parts[0])) }
    guard parts.count > 1 else {
      self.init(kind)
      return
    }
    if parts[1].last == "x", let first = Int(parts[1].dropLast()), first > 0 {
      self.init(kind, first: first)
      return
    }
    guard let rate = Double(parts[1]), (0...1).contains(rate) else {
      throw .badRate(String(parts[1]))
    }
    self.init(kind, rate: rate)
  }
}

extension Fault {
  /// What goes wrong. The raw values are the words of `--fault`.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case tooManyRequests = "429-seconds"
    case tooManyRequestsUntilDate = "429-date"
    case tooManyRequestsWithoutTime = "429-none"
    case unavailable = "503"
    case unavailableWithTime = "503-retry-after"
    case serverError = "500"
    case shapeA = "shape-a"
    case shapeB = "shape-b"
    case shapeC = "shape-c"
    case shapeD = "shape-d"
    case noContent = "204"
    case html = "html"
    case redirect = "redirect"
    case echoKey = "echo-key"
    case expiredToken = "expired-token"
    case ignoreFilters = "ignore-filters"
    case repeatingPage = "repeating-page"
    case emptyPages = "empty-pages"
    case overlappingPages = "overlapping-pages"
    case hostileURL = "hostile-url"
    case absentPageKeys = "absent-page-keys"
    case nullOptionals = "null-optionals"
    case unknownEnum = "unknown-enum"
    case unknownKeys = "unknown-keys"
    case fractionalTimes = "fractional-times"
    case malformedItem = "malformed-item"
    case loneSurrogate = "lone-surrogate"
    case slowHeaders = "slow-headers"
    case slowBody = "slow-body"
    case cutBody = "cut-body"
    case stalledBody = "stalled-body"
  }
}

extension Fault.Kind {
  /// One sentence for `--help`.
  package var summary: String {
    switch self {
    case .tooManyRequests: "429 with Retry-After in seconds"
    case .tooManyRequestsUntilDate: "429 with Retry-After as an HTTP date"
    case .tooManyRequestsWithoutTime: "429 without Retry-After"
    case .unavailable: "503 without Retry-After"
    case .unavailableWithTime: "503 with Retry-After in seconds"
    case .serverError: "500 with an error body"
    case .shapeA: "400 with the text, code and details side by side"
    case .shapeB: "400 with nothing but a message"
    case .shapeC: "400 with an error object"
    case .shapeD: "400 with no body, HTML, null, a bare string and an array in turn"
    case .noContent: "204 without a body"
    case .html: "200 with a page of HTML"
    case .redirect: "302 to another host"
    case .echoKey: "403 whose text repeats the key"
    case .expiredToken: "400 invalid_pagination for every page but the first"
    case .ignoreFilters: "filters are taken and not applied"
    case .repeatingPage: "the next page is this one, for ever"
    case .overlappingPages: "every page but the first begins with the last three items before it"
    case .emptyPages: "pages without items that always have a next one"
    case .hostileURL: "next pages that lead to other hosts or ports, in turn"
    case .absentPageKeys: "lists without the two page keys"
    case .nullOptionals: "every field that may be missing is null"
    case .unknownEnum: "every choice has a value that nobody knows"
    case .unknownKeys: "every item has keys that nobody knows"
    case .fractionalTimes: "times with fractions and offsets"
    case .loneSurrogate: "every free text ends in half a surrogate pair, which is no Unicode"
    case .malformedItem: "one item of each page is no item, or breaks the JSON"
    case .slowHeaders: "a pause before the answer"
    case .slowBody: "the body comes in ten pieces with pauses between"
    case .cutBody: "the connection ends in the middle of the body"
    case .stalledBody: "the body stops half-way and the connection stays open"
    }
  }
}
