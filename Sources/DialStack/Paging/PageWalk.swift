/// A way through the pages of a list: what was asked for, and what comes next.
///
/// It asks for nothing itself. ``depart()`` gives the next target, ``arrive(with:)`` takes its
/// answer. It remembers a hash a target, 8 bytes a page, to see when pages repeat, and the
/// page given last, to find its place again should the list have to be walked again, and to
/// drop its rows where the next page shows them once more.
struct PageWalk {
  /// So many pages in a row without a new row, each with a next one, end the list.
  private static let idlePagesAllowed = 3

  private let endpoint: Endpoint
  private let text: ServerText
  /// Where rows hold what tells them apart.
  private let key: FieldPath
  private var upcoming: Upcoming
  private var number = 0
  private var idlePages = 0
  private var askedFor: Set<Int> = []
  /// The last page whose rows were given.
  private var given: PageBody?
  /// The last page that had rows, some of which may have been given before.
  private var last: (page: PageBody, fingerprints: RowFingerprints)?
  private var place: ResumePoint?
  /// Where it was taken up, if that was not the beginning.
  private let start: ListPlace?
  private var isSecondWalk = false

  private enum Upcoming {
    case target(String)
    /// Where the page of this answer says that the next one is.
    case url(String, AnswerFacts)
    case end
  }

  /// - Parameter start: where to go on; `nil` is the beginning.
  init(endpoint: Endpoint, from start: ListPlace? = nil, text: ServerText) {
    self.endpoint = endpoint
    self.start = start
    self.text = text
    self.key = endpoint.resource.keyPath
    self.upcoming = .target(start?.next ?? endpoint.target)
  }

  var hasNext: Bool {
    if case .end = upcoming { false } else { true }
  }

  /// Whether the key may go to `url`, and the walk was not there yet.
  func mayGo(to url: String) -> Bool {
    PageURL.isSafe(url) && !askedFor.contains(url.hashValue)
  }

  /// The target of the next request.
  ///
  /// - Throws: ``APIError`` if the API named a place that the key must not go to, or one where
  ///   this walk has been.
  mutating func depart() throws(APIError) -> String {
    switch upcoming {
    case .end: preconditionFailure("nobody departs after the end")
    case .target(let target):
      askedFor.insert(target.hashValue)
      return target
    case .url(let url, let answer):
      guard PageURL.isSafe(url) else {
        throw answer.error(
          .refusedURL, refusal(of: url),
          page: number)
      }
      guard askedFor.insert(url.hashValue).inserted else {
        throw answer.error(
          .looping, "the list repeats: the next page is said to be one that was read before",
          page: number)
      }
      upcoming = .target(url)
      return url
    }
  }

  /// Why nothing is asked for at `url`.
  private func refusal(of url: String) -> String {
    let place = APIError.place(url, text)
    guard !place.isEmpty else { return "`next_page_url` names no path" }
    return PageURL.isURL(url)
      ? "the next page is said to be at `\(place)`, where the key must not go"
      : "`next_page_url` holds what no URL may hold; it begins `\(place)`"
  }

  /// Takes the answer to the last departure.
  ///
  /// - Returns: the page, or `nil` if all its rows were given before.
  /// - Throws: ``APIError`` if the answer is no page, or without a new row once too often.
  mutating func arrive(with answer: Answer) throws(APIError) -> RecordPage? {
    guard case .target = upcoming else {
      preconditionFailure("nobody arrives who didn't depart")
    }
    number += 1
    let body = try page(of: answer)
    upcoming = body.nextPageURL.map { .url($0, answer.facts) } ?? .end
    let fresh = rowsNotOnLastPage(body)
    try countIdle(fresh, answer.facts)
    guard let rest = try unseen(of: fresh, answer.facts) else { return nil }
    if rest.count > 0 { given = rest }
    return RecordPage(
      rest, repeated: body.count - fresh.count, number: number,
      answer: answer.facts)
  }

  /// The rows of a page without those that the page before had.
  private mutating func rowsNotOnLastPage(_ body: PageBody) -> PageBody {
    let fingerprints = RowFingerprints(of: body, by: key)
    defer { if body.count > 0 { last = (body, fingerprints) } }
    guard let last, last.fingerprints.mayMeet(fingerprints) else { return body }
    let keys = last.page.values(of: key)
    return body.rows(by: key) { !keys.contains($0) }
  }

  private func page(of answer: Answer) throws(APIError) -> PageBody {
    do {
      return endpoint.isObject
        ? try PageBody(scanningObject: answer.body, of: endpoint.owner)
        : try PageBody(scanning: answer.body, of: endpoint.owner)
    } catch {
      let said = answer.body.isEmpty ? "it is empty" : "it begins `\(text.line(answer.body))`"
      throw answer.facts.error(
        .decoding,
        "the answer is not \(endpoint.isObject ? "an object" : "a page of a list"): \(error); \(said)",
        page: endpoint.isObject ? nil : number, item: error.item)
    }
  }

  private mutating func countIdle(_ fresh: PageBody, _ answer: AnswerFacts) throws(APIError) {
    idlePages = fresh.count == 0 && hasNext ? idlePages + 1 : 0
    guard idlePages < Self.idlePagesAllowed else {
      throw answer.error(
        .looping, "\(idlePages) pages in a row without a new row, each with a next one",
        page: number)
    }
  }
}

extension PageWalk {
  /// The walk that begins anew because a page token expired on the way: the API answers
  /// such a token with 400 and the code `invalid_pagination`.
  ///
  /// - Throws: `error` if it means anything else, or happened a second time.
  func restarted(after error: APIError) throws(APIError) -> PageWalk {
    guard error.status == 400, error.code == "invalid_pagination", number > 0 || start != nil,
      !isSecondWalk
    else { throw located(error) }
    var walk = PageWalk(endpoint: endpoint, text: text)
    walk.isSecondWalk = true
    if let given {
      guard let place = ResumePoint(after: given, key: key) else { throw located(error) }
      walk.place = place
      walk.given = given
    } else if let start {
      guard let last = start.lastKey else { throw located(error) }
      walk.place = ResumePoint(after: last, key: key)
    }
    return walk
  }

  private func located(_ error: APIError) -> APIError {
    guard !endpoint.isObject else { return error }
    var error = error
    error.page = error.page ?? number + 1
    return error
  }

  /// The part of `body` that was not given in the first walk; `nil` if there is none.
  private mutating func unseen(of body: PageBody, _ answer: AnswerFacts) throws(APIError)
    -> PageBody?
  {
    guard place != nil else { return body }
    let rest = place?.rest(of: body)
    guard hasNext || place?.isFound == true else {
      throw answer.error(
        .lostPlace,
        "a page token expired, and the rows before it were gone when the list was read again",
        page: number)
    }
    return rest
  }
}
