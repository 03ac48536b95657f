import DialPipeline
import DialRows
import DialStack
import Synchronization

/// What a tap has read, as its STATE messages say it to the run after this one.
///
///     {"bookmarks":{"numbers":{"began":1795558000000,"of":"9f3…","done":["acct_…"]}}}
///
/// A list that is read whole each time has a bookmark only while a run is unfinished: the accounts that
/// are done, or that all are. It holds for a day, and for the same fields and accounts. A list that is
/// gone on with has the time of the newest row of each account.
final class SingerState: Sendable {
  /// A load that was begun longer ago is begun anew: its first rows are too old by now.
  private static let patience = 24 * 60 * 60

  fileprivate struct Content {
    /// The bookmarks of all streams but the one that is read, as they came.
    var others: [(name: String, value: Value)] = []
    var current: (name: String, bookmark: Bookmark)?
  }

  /// Where a stream stands.
  fileprivate enum Bookmark {
    case load(Load)
    /// The time of the newest row of each account, by its id.
    case times([String: String], field: String)
  }

  /// A list that is read whole.
  fileprivate struct Load {
    /// When it was begun, in milliseconds since 1970.
    let began: Int
    /// What tells it from loads with other fields or of other accounts.
    let identity: String
    var done: [String] = []
    var isWhole = false
  }

  private let content: Mutex<Content>

  /// - Parameter json: what STATE said last; null where there was none.
  init(_ json: Value) {
    var others: [(name: String, value: Value)] = []
    for bookmark in json.value(at: FieldPath("bookmarks")).members {
      others.removeAll { $0.name == bookmark.name }
      others.append(bookmark)
    }
    content = Mutex(Content(others: others))
  }

  /// Takes up the bookmark of a stream.
  ///
  /// - Parameter load: what tells a load from those that it can't go on with, besides the fields.
  func begin(_ stream: SingerStream, of load: String, now: Timestamp) {
    content.withLock { content in
      content.putAway()
      let index = content.others.firstIndex { $0.name == stream.name }
      let old = index.map { content.others.remove(at: $0).value } ?? .null
      let bookmark: Bookmark
      if let field = stream.replicationKey {
        bookmark = .times(Self.times(in: old, by: field), field: field)
      } else {
        let identity = "\(load)\n\(stream.schema.string)".checksum
        bookmark = .load(
          Self.load(in: old, of: identity, now: now)
            ?? Load(began: now.seconds * 1000 + now.nanoseconds / 1_000_000, identity: identity))
      }
      content.current = (stream.name, bookmark)
    }
  }

  private static func times(in old: Value, by field: String) -> [String: String] {
    var times: [String: String] = [:]
    for (account, bookmark) in old.members { times[account] = bookmark.text(at: field) }
    return times
  }

  private static func load(in old: Value, of identity: String, now: Timestamp) -> Load? {
    guard case .number(let spelling) = old.value(at: FieldPath("began")),
      let began = Int(spelling.string), old.text(at: "of") == identity,
      (0...patience).contains(now.seconds - began / 1000)
    else { return nil }
    return Load(
      began: began, identity: identity,
      done: old.value(at: FieldPath("done")).items.map(\.string),
      isWhole: old.flag(at: "whole") ?? false)
  }

  /// Whether an unfinished run has read all of the stream.
  var isWhole: Bool {
    content.withLock { content in
      if case .load(let load)? = content.current?.bookmark { load.isWhole } else { false }
    }
  }

  /// The accounts that an unfinished run has read.
  var done: Set<Account.ID?> {
    content.withLock { content in
      guard case .load(let load)? = content.current?.bookmark else { return [] }
      return Set(load.done.map { Account.ID(rawValue: $0) })
    }
  }

  /// What tells the records of this load from older ones; `nil` for a list that is gone on with.
  var version: Int? {
    content.withLock { content in
      if case .load(let load)? = content.current?.bookmark { load.began } else { nil }
    }
  }

  /// Where each list goes on that is gone on with.
  ///
  /// - Parameters:
  ///   - settling: how many seconds rows change.
  ///   - start: the moment for accounts of which nothing was read.
  func bookmarks(settling: Int, start: Timestamp?) -> ListBookmarks {
    content.withLock { content in
      guard case .times(let times, _)? = content.current?.bookmark else { return ListBookmarks() }
      var bookmarks = ListBookmarks(start: start)
      for (account, text) in times {
        guard let time = Timestamp(Bytes(text)) else { continue }
        let id = account == Self.platform ? nil : Account.ID(rawValue: account)
        bookmarks[id] = time.advanced(by: -settling)
      }
      return bookmarks
    }
  }

  /// How the platform stands among accounts, which have more than one character.
  private static let platform = "-"

  /// Notes that the list of an account was read to its end.
  ///
  /// - Parameter newest: the time of its newest row; `nil` where there was none.
  func finish(_ account: Account.ID?, newest: Timestamp?) {
    content.withLock { content in
      let name = account?.rawValue ?? Self.platform
      // Taken out, so that what it holds is changed and not copied.
      guard let (stream, bookmark) = content.current.take() else { return }
      switch bookmark {
      case .load(var load):
        if account == nil { load.isWhole = true } else { load.done.append(name) }
        content.current = (stream, .load(load))
      case .times(var times, let field):
        if let newest, times[name].flatMap({ Timestamp(Bytes($0)) }).map({ $0 < newest }) ?? true {
          times[name] = newest.text
        }
        content.current = (stream, .times(times, field: field))
      }
    }
  }

  /// Notes that the stream was read to its end.
  func finishStream() {
    content.withLock { content in
      guard case .load(var load)? = content.current?.bookmark else { return }
      (load.done, load.isWhole) = ([], true)
      content.current?.bookmark = .load(load)
    }
  }

  /// Notes that all of some streams were read to their ends: the next run reads them anew.
  func finishRun(of streams: [SingerStream]) {
    content.withLock { content in
      content.putAway()
      let anew = streams.filter { $0.replication == .fullTable }.map(\.name)
      content.others.removeAll { anew.contains($0.name) }
    }
  }

  /// The value of a STATE message.
  var json: Value {
    content.withLock { content in
      var all = content
      all.putAway()
      return .object([("bookmarks", .object(all.others))])
    }
  }
}

extension SingerState.Content {
  /// Puts the bookmark of the stream that is read to the others.
  fileprivate mutating func putAway() {
    guard let (name, bookmark) = current.take() else { return }
    others.append((name, bookmark.json))
  }
}

extension SingerState.Bookmark {
  fileprivate var json: Value {
    switch self {
    case .load(let load):
      return .object([
        ("began", .integer(load.began)), ("of", .text(load.identity)),
        load.isWhole
          ? ("whole", .boolean(true)) : ("done", .list(load.done.map { .text($0) })),
      ])
    case .times(let times, let field):
      return .object(
        times.sorted { $0.key < $1.key }.map { ($0, .object([(field, .text($1))])) })
    }
  }
}
