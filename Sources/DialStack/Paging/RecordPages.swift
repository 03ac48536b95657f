/// The pages of a list, one request each.
///
/// Buffers no page; ends with the page that names no next one, or with an error; each
/// iteration asks the API anew. Nothing is sent before `next()`.
package struct RecordPages: AsyncSequence, Sendable {
  package typealias Element = RecordPage

  private let endpoint: Endpoint
  private let place: ListPlace?
  private let requests: Retrying

  init(_ endpoint: Endpoint, from place: ListPlace? = nil, over requests: Retrying) {
    self.endpoint = endpoint
    self.place = place
    self.requests = requests
  }

  package struct Iterator: AsyncIteratorProtocol {
    private let endpoint: Endpoint
    private let requests: Retrying
    /// `nil` after the last page and after an error that would come again.
    private var walk: PageWalk?

    init(_ endpoint: Endpoint, from place: ListPlace?, over requests: Retrying) {
      self.endpoint = endpoint
      self.requests = requests
      walk = PageWalk(endpoint: endpoint, from: place, text: requests.text)
    }

    package mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error)
      -> RecordPage?
    {
      while var walk {
        self.walk = nil
        let target = try walk.depart()
        do {
          let answer: Answer
          do {
            answer = try await requests.send(Request(target: target, account: endpoint.owner?.id))
          } catch  where error is CancellationError || (error as? APIError)?.isPassing == true {
            // The page was not read: whoever asks once more gets it.
            self.walk = walk
            throw error
          }
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
  }

  package func makeAsyncIterator() -> Iterator { Iterator(endpoint, from: place, over: requests) }
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
