/// The pages of a list, one request each.
///
/// Buffers no page; ends with the page that names no next one, or with an error; each
/// iteration asks the API anew. Nothing is sent before `next()`; one that reads ahead asks for the
/// next page while the last one is worked on.
package struct RecordPages: AsyncSequence, Sendable {
  package typealias Element = RecordPage

  private let endpoint: Endpoint
  private let place: ListPlace?
  private let readsAhead: Bool
  private let requests: Retrying

  init(
    _ endpoint: Endpoint, from place: ListPlace? = nil, readingAhead readsAhead: Bool = false,
    over requests: Retrying
  ) {
    self.endpoint = endpoint
    self.place = place
    self.readsAhead = readsAhead
    self.requests = requests
  }

  package struct Iterator: AsyncIteratorProtocol {
    private let endpoint: Endpoint
    private let requests: Retrying
    private let readsAhead: Bool
    /// `nil` after the last page and after an error that would come again.
    private var walk: PageWalk?
    /// The answer that is on its way already, if the walk goes where it comes from.
    private var ahead: AnswerAhead?

    init(
      _ endpoint: Endpoint, from place: ListPlace?, readingAhead readsAhead: Bool,
      over requests: Retrying
    ) {
      self.endpoint = endpoint
      self.requests = requests
      self.readsAhead = readsAhead
      walk = PageWalk(endpoint: endpoint, from: place, text: requests.text)
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
      -> RecordPage?
    {
      while var walk = walk.take() {
        let target = try walk.depart()
        do {
          let answer: Answer
          do {
            if let ahead = ahead.take(), ahead.target == target {
              answer = try await ahead.answer
            } else {
              answer = try await requests.send(request(for: target))
            }
          } catch  where error is CancellationError || (error as? APIError)?.isPassing == true {
            // The page was not read: whoever asks once more gets it.
            self.walk = walk
            throw error
          }
          if readsAhead, !endpoint.isObject { readAhead(behind: answer, on: walk) }
          let page = try walk.arrive(with: answer)
          if walk.hasNext { self.walk = walk }
          if let page { return page }
        } catch let error as APIError {
          if error.kind == .notFound, endpoint.resource.mayBeMissing { return nil }
          self.walk = try walk.restarted(after: error)
        }
      }
      return nil
    }

    package mutating func next() async throws -> RecordPage? { try await next(isolation: nil) }

    /// Asks for the page behind an answer that was not looked at yet, as far as it says at its
    /// beginning where that is.
    private mutating func readAhead(behind answer: Answer, on walk: PageWalk) {
      guard let target = PageBody.nextPageURL(beforeItemsOf: answer.body), walk.mayGo(to: target)
      else { return }
      ahead = AnswerAhead(to: request(for: target), over: requests)
    }

    private func request(for target: String) -> Request {
      Request(target: target, account: endpoint.owner?.id)
    }
  }

  package func makeAsyncIterator() -> Iterator {
    Iterator(endpoint, from: place, readingAhead: readsAhead, over: requests)
  }
}

@available(*, unavailable)
extension RecordPages.Iterator: Sendable {}

/// One page of a list.
package struct RecordPage: Sendable {
  package let body: PageBody
  /// How many rows were left out because the page before had them.
  package let repeated: Int
  /// Which page of the list it is, from 1.
  package let number: Int
  /// Whether the API says that there is a next page.
  package let hasMore: Bool
  let answer: AnswerFacts

  /// Where reading can go on behind it, by `key`; `nil` behind the last page.
  package func place(by key: FieldPath) -> ListPlace? {
    guard let next = body.nextPageURL else { return nil }
    let last = body.count == 0 ? .null : body[body.count - 1].value(at: key)
    return ListPlace(next: next, lastKey: last == .null ? nil : last.string)
  }

  init(_ body: PageBody, repeated: Int, number: Int, answer: AnswerFacts) {
    self.body = body
    self.repeated = repeated
    self.number = number
    self.hasMore = body.nextPageURL != nil
    self.answer = answer
  }
}
