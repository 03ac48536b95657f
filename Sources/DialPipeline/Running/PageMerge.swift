import DialStack
import Synchronization

/// Where the pages of many lists meet: the tasks that read the lists put them in, and one reader takes
/// them out, in the order of the accounts or as they come.
///
/// No more pages wait than ``Bounds`` says, whatever the timing: a list that is ahead waits for its
/// turn. The list that the reader is at always has room for one, or nobody would get on.
final class PageMerge: Sendable {
  /// What there is room for.
  struct Bounds: Sendable {
    /// How many lists are read at a time.
    let lists: Int
    /// How many pages wait at most, while the reader has something to take.
    let pages: Int
    /// How many bytes they take at most, about, and how many lists they are of, however slow the list is
    /// that the reader waits for.
    let bytes: Int
    let window: Int
    /// How many lists are read at the beginning; twice as many whenever the reader is through with one.
    let firstLists: Int

    /// Four pages for each of the lists that are read at a time let none of them stand still.
    ///
    /// - Parameter startsGently: whether few rows may be all that is wanted.
    init(for lists: Int, startsGently: Bool) {
      self.lists = lists
      firstLists = startsGently ? 1 : lists
      pages = max(32, 4 * lists)
      bytes = max(32 << 20, lists * 400_000)
      window = max(4096, 4 * lists)
    }
  }

  /// What the reader gets.
  enum Event: Sendable {
    /// A page; with the last of its account no end comes.
    case page(ListedPage, of: Place)
    /// The account has no further page; an error is why.
    case end(of: Place, (any Error)?)
  }

  /// An account, and which one it is.
  struct Place: Sendable {
    let owner: ListOwner
    /// From 0, in the order of the accounts.
    let number: Int
  }

  fileprivate typealias Waiting = CheckedContinuation<Void, Never>

  /// Somebody who can't go on at once.
  fileprivate enum Waiter: Sendable {
    /// Whoever takes pages out, while there are none.
    case reader
    /// Whoever begins lists, while enough are under way.
    case opener
    /// Whoever reads the list of the account at a place, while there is no room.
    case writer(Int)
  }

  /// The list of one account.
  fileprivate struct Lane {
    let owner: ListOwner
    var pages: [ListedPage] = []
    var ending: Result<Void, any Error>?

    var hasNext: Bool { !pages.isEmpty || ending != nil }
  }

  fileprivate struct State {
    let bounds: Bounds
    let isOrdered: Bool
    /// The lists that the reader has not come to the end of, by the places of their accounts.
    var lanes: [Int: Lane] = [:]
    /// The account that the reader is at, where it goes by their order.
    var head = 0
    /// How many lists may be read at this moment.
    var lists: Int
    /// How many lists were begun.
    var opened = 0
    /// How many of them are being read.
    var active = 0
    /// Whether no further list begins; an error is why.
    var ending: Result<Void, any Error>?
    /// Where pages and ends came, in the order in which they did; empty where that doesn't matter.
    var arrivals: [Int] = []
    var pages = 0
    var bytes = 0
    var reader: Waiting?
    var opener: Waiting?
    var writers: [Int: Waiting] = [:]
    var isStopped = false
  }

  private let state: Mutex<State>

  /// - Parameter isOrdered: whether the reader wants the lists one behind the other.
  init(_ bounds: Bounds, isOrdered: Bool) {
    state = Mutex(State(bounds: bounds, isOrdered: isOrdered, lists: bounds.firstLists))
  }

  // The reader.

  /// What comes next; `nil` behind the last list.
  ///
  /// - Throws: what ended the list of accounts; `CancellationError`, and nothing is lost.
  func next() async throws -> Event? {
    while true {
      try Task.checkCancellation()
      let (event, ending, woken) = state.withLock { state in
        let (event, woken) = state.take()
        return (event, state.isAtEnd ? state.ending : nil, woken)
      }
      for waiting in woken { waiting.resume() }
      if let event { return event }
      if let ending {
        try ending.get()
        return nil
      }
      await wait(as: .reader)
    }
  }

  /// Ends all waiting: nobody reads any more.
  func stop() {
    let woken = state.withLock { state in
      state.isStopped = true
      state.lanes = [:]
      let woken = [state.reader, state.opener].compactMap(\.self) + state.writers.values
      (state.reader, state.opener, state.writers) = (nil, nil, [:])
      return woken
    }
    for waiting in woken { waiting.resume() }
  }

  /// Whether it is known that nothing comes any more.
  var isAtEnd: Bool { state.withLock { $0.isAtEnd } }

  // Those who read the lists.

  /// Waits until one more list may be begun.
  ///
  /// - Returns: the place of its account; `nil` where no list is wanted any more.
  func open(_ owner: ListOwner) async -> Int? {
    await wait(as: .opener)
    return state.withLock { state in
      guard !state.isStopped, !Task.isCancelled else { return nil }
      let place = state.opened
      state.lanes[place] = Lane(owner: owner)
      state.opened += 1
      state.active += 1
      return place
    }
  }

  /// No further list begins.
  func endOfAccounts(_ result: Result<Void, any Error>) {
    let woken = state.withLock { state in
      state.ending = result
      return state.reader.take()
    }
    woken?.resume()
  }

  /// Waits until there is room for a page of the account at `place`, before it is asked for.
  ///
  /// - Returns: `false` where no page is wanted any more.
  func hasRoom(for place: Int) async -> Bool {
    await wait(as: .writer(place))
    return state.withLock { !$0.isStopped && !Task.isCancelled }
  }

  /// Puts in a page of the account at `place`. The last page ends the list.
  ///
  /// - Returns: `false` where no page is wanted any more.
  func give(_ page: ListedPage, of place: Int) -> Bool {
    let (isTaken, woken) = state.withLock { state -> (Bool, [Waiting]) in
      guard !state.isStopped, !Task.isCancelled else { return (false, []) }
      state.add(page, of: place)
      return (true, [state.wokenReader(), state.wokenOpener()].compactMap(\.self))
    }
    for waiting in woken { waiting.resume() }
    return isTaken
  }

  /// The account at `place` has no further page, though none was the last.
  func end(_ place: Int, _ result: Result<Void, any Error>) {
    let woken = state.withLock { state -> [Waiting] in
      guard !state.isStopped else { return [] }
      state.end(place, result)
      return [state.wokenReader(), state.wokenOpener()].compactMap(\.self)
    }
    for waiting in woken { waiting.resume() }
  }

  /// Waits until there is something to do, everything is stopped, or the task is cancelled.
  private func wait(as waiter: Waiter) async {
    await withTaskCancellationHandler {
      while state.withLock({ $0.isBlocked(waiter) }), !Task.isCancelled {
        await withCheckedContinuation { continuation in
          let woken = state.withLock { state -> [Waiting] in
            guard state.isBlocked(waiter), !Task.isCancelled else { return [continuation] }
            state[waiter] = continuation
            if case .reader = waiter { return state.wokenByWaitingReader() }
            return []
          }
          for waiting in woken { waiting.resume() }
        }
      }
    } onCancel: {
      state.withLock { state in
        defer { state[waiter] = nil }
        return state[waiter]
      }?.resume()
    }
  }
}

// What the lock guards.
extension PageMerge.State {
  fileprivate subscript(waiter: PageMerge.Waiter) -> PageMerge.Waiting? {
    get {
      switch waiter {
      case .reader: reader
      case .opener: opener
      case .writer(let place): writers[place]
      }
    }
    set {
      switch waiter {
      case .reader: reader = newValue
      case .opener: opener = newValue
      case .writer(let place): writers[place] = newValue
      }
    }
  }

  fileprivate func isBlocked(_ waiter: PageMerge.Waiter) -> Bool {
    guard !isStopped else { return false }
    return switch waiter {
    case .reader: nextPlace == nil && !isAtEnd
    case .opener: !mayOpen
    case .writer(let place): !hasRoom(for: place)
    }
  }

  /// Whether the reader has got everything.
  fileprivate var isAtEnd: Bool { isStopped || ending != nil && lanes.isEmpty }

  /// The account whose page or end the reader gets next; `nil` where it has to wait.
  private var nextPlace: Int? {
    guard isOrdered else { return arrivals.first }
    return lanes[head]?.hasNext == true ? head : nil
  }

  /// One more list may begin while few are under way, and none runs far ahead of the reader.
  private var mayOpen: Bool {
    active < lists && hasRoom
      && (isOrdered ? opened - head : lanes.count) < bounds.window
  }

  private func hasRoom(for place: Int) -> Bool {
    if hasRoom { return true }
    if isGentle { return false }
    return isOrdered ? place == head && lanes[place]?.pages.isEmpty == true : pages == 0
  }

  /// Whether more pages may wait. The reader of a slow list makes the others go on.
  private var hasRoom: Bool {
    let most = isGentle ? 0 : lists < bounds.lists ? 2 * lists : bounds.pages
    return bytes < bounds.bytes && (pages < most || reader != nil)
  }

  /// Whether nothing is asked for before the reader waits for it.
  private var isGentle: Bool { lists == 1 && bounds.lists > 1 }

  fileprivate mutating func add(_ page: ListedPage, of place: Int) {
    lanes[place]?.pages.append(page)
    pages += 1
    bytes += page.page.body.size
    if page.isLast {
      lanes[place]?.ending = .success(())
      active -= 1
    }
    if !isOrdered { arrivals.append(place) }
  }

  fileprivate mutating func end(_ place: Int, _ result: Result<Void, any Error>) {
    lanes[place]?.ending = result
    active -= 1
    if !isOrdered { arrivals.append(place) }
  }

  /// What the reader gets, and who may go on then.
  fileprivate mutating func take() -> (PageMerge.Event?, [PageMerge.Waiting]) {
    guard let number = nextPlace, let lane = lanes[number] else { return (nil, []) }
    if !isOrdered { arrivals.removeFirst() }
    let place = PageMerge.Place(owner: lane.owner, number: number)
    let event: PageMerge.Event
    if let page = lane.pages.first {
      lanes[number]?.pages.removeFirst()
      pages -= 1
      bytes -= page.page.body.size
      if page.isLast { leave(number) }
      event = .page(page, of: place)
    } else {
      leave(number)
      var failure: (any Error)?
      if case .failure(let error)? = lane.ending { failure = error }
      event = .end(of: place, failure)
    }
    return (event, [wokenOpener(), wokenWriter()].compactMap(\.self))
  }

  /// The reader has all of an account.
  private mutating func leave(_ number: Int) {
    lanes[number] = nil
    lists = min(bounds.lists, 2 * lists)
    if isOrdered { head += 1 }
  }

  fileprivate mutating func wokenReader() -> PageMerge.Waiting? {
    nextPlace == nil ? nil : reader.take()
  }

  fileprivate mutating func wokenOpener() -> PageMerge.Waiting? {
    mayOpen ? opener.take() : nil
  }

  /// Those who may go on since the reader waits.
  fileprivate mutating func wokenByWaitingReader() -> [PageMerge.Waiting] {
    var woken = [wokenOpener()].compactMap(\.self)
    if hasRoom {
      woken += writers.values
      writers = [:]
    }
    return woken
  }

  /// The first account that waits for room and has it now.
  private mutating func wokenWriter() -> PageMerge.Waiting? {
    guard let place = writers.keys.min(), hasRoom(for: place) else { return nil }
    return writers.removeValue(forKey: place)
  }
}
