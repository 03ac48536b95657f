import DialStack

/// Thinks up the calls of one account, and the messages that some of them left.
struct CallPlanner {
  /// 2026-08-21T00:00:00Z, behind which there is nothing.
  static let now = 1_787_270_400
  static let days = 400

  let week: WorkingWeek
  let numbers: [OwnedNumber]
  let cast: Cast
  /// The extension of each user who has one.
  let extensions: [String: String]
  private let seed: UInt64
  private var random: SplitMix64
  private let usersWithExtension: [String]

  init(
    seed: UInt64, week: WorkingWeek, numbers: [OwnedNumber], cast: Cast,
    extensions: [String: String]
  ) {
    self.seed = seed
    self.week = week
    self.numbers = numbers
    self.cast = cast
    self.extensions = extensions
    random = SplitMix64(seed: seed)
    usersWithExtension = cast.users.filter { extensions[$0] != nil }
  }

  /// `count` calls, newest first.
  mutating func calls(_ count: Int) -> [PlannedCall] {
    let chains = count >= 60 ? 1 : 0
    let pairs = count / 40
    let live = count >= 5 ? 1 + count % 2 : 0
    let plain = count - live - pairs - 2 * chains
    var calls = (0..<plain).map { index in
      call(at: moment(of: index))
    }
    calls += legs(of: &calls, pairs: pairs, chains: chains)
    // What found no call to belong to is one of its own.
    while calls.count < count - live { calls.append(call(at: moment(of: calls.count))) }
    for index in 0..<live { calls.append(liveCall(isInbound: index == 0)) }
    calls.sort { ($1.startedAt, $0.id) < ($0.startedAt, $1.id) }
    makeOld(&calls)
    return calls
  }

  /// Early enough for the call to be over now.
  private mutating func moment(of index: Int) -> UTCTime {
    let seconds = week.moment(&random, before: Self.now - 7200, days: Self.days)
    let fraction = index % 31 == 8 ? random.next(in: 1..<1_000_000) : 0
    return UTCTime(seconds: seconds, microseconds: fraction)
  }

  private mutating func blank(at moment: UTCTime) -> PlannedCall {
    PlannedCall(id: random.identifier(prefix: "call"), startedAt: moment)
  }

  private mutating func call(at moment: UTCTime) -> PlannedCall {
    var call = blank(at: moment)
    let kind = random.next(in: 0..<20)
    if kind < 17, let number = numbers.one(&random, at: moment) {
      if kind < 11 { receive(&call, by: number) } else { dial(&call, with: number) }
    } else {
      callInside(&call)
    }
    return call
  }

  /// Somebody outside who calls or is called; many of them more than once.
  private mutating func outsider() -> String {
    var caller = SplitMix64(seed: seed ^ UInt64(random.next(in: 1..<90)))
    return PhoneBook.number(&caller)
  }

  private mutating func user() -> String? {
    cast.users.isEmpty ? nil : random.pick(cast.users)
  }

  private mutating func receive(_ call: inout PlannedCall, by number: OwnedNumber) {
    call.from = outsider()
    call.to = number.phone
    call.did = number.id
    call.user = random.happens(5, in: 6) ? user() : nil
    switch random.next(in: 0..<40) {
    case 0..<26: connect(&call)
    case 26..<33: leaveMessage(&call)
    case 33..<38: giveUp(&call)
    case 38: end(&call, "busy", after: random.next(in: 1..<5))
    default: fail(&call)
    }
  }

  private mutating func dial(_ call: inout PlannedCall, with number: OwnedNumber) {
    call.direction = "outbound"
    call.from = number.phone
    call.to = outsider()
    call.did = number.id
    call.user = random.happens(14, in: 15) ? user() : nil
    switch random.next(in: 0..<40) {
    case 0..<29: connect(&call)
    case 29:
      // Click to call: the far side never picked up.
      call.answeredAt = call.startedAt.advanced(bySeconds: 2)
      end(&call, "completed", after: random.next(in: 12..<50))
    case 30..<36: end(&call, "no-answer", after: random.next(in: 15..<60))
    case 36..<38: end(&call, "busy", after: random.next(in: 2..<6))
    default: fail(&call)
    }
  }

  /// From one extension to another, to the mailbox, or to a feature.
  private mutating func callInside(_ call: inout PlannedCall) {
    call.direction = "internal"
    guard !usersWithExtension.isEmpty else {
      call.from = "100"
      call.to = "*97"
      return end(&call, "no-answer", after: 20)
    }
    let user = random.pick(usersWithExtension)
    call.user = user
    call.from = extensions[user] ?? ""
    switch random.next(in: 0..<10) {
    case 0:
      call.to = "Voicemail"
      call.answeredAt = call.startedAt
      end(&call, "completed", after: random.next(in: 10..<90))
    case 1..<3:
      call.to = extensions[random.pick(usersWithExtension)]
      end(&call, "no-answer", after: random.next(in: 15..<40))
    default:
      call.to = extensions[random.pick(usersWithExtension)]
      connect(&call)
    }
  }

  private mutating func liveCall(isInbound: Bool) -> PlannedCall {
    let start = UTCTime(seconds: Self.now - random.next(in: 20..<600))
    var call = blank(at: start)
    if let number = numbers.one(&random, at: start) {
      if isInbound { receive(&call, by: number) } else { dial(&call, with: number) }
    } else {
      callInside(&call)
    }
    (call.answeredAt, call.connectedAt, call.endedAt) = (nil, nil, nil)
    (call.duration, call.status) = (nil, nil)
    if call.direction == "inbound" { call.to = nil }
    return call
  }
}

// How a call goes on.
extension CallPlanner {
  private func end(_ call: inout PlannedCall, _ status: String, after seconds: Int) {
    call.status = status
    call.endedAt = call.startedAt.advanced(bySeconds: seconds)
    call.duration = seconds
  }

  /// A person takes it, often after a greeting or a menu.
  private mutating func connect(_ call: inout PlannedCall) {
    let wait = random.next(in: 2..<45)
    let talk = random.happens(1, in: 4) ? random.next(in: 300..<2400) : random.next(in: 15..<300)
    let hasGreeting = call.direction == "inbound" && random.happens(1, in: 2)
    call.answeredAt = call.startedAt.advanced(bySeconds: hasGreeting ? 1 : wait)
    call.connectedAt = call.startedAt.advanced(bySeconds: wait)
    end(&call, "completed", after: wait + talk)
  }

  /// The caller doesn't wait long enough, with a greeting or without.
  private mutating func giveUp(_ call: inout PlannedCall) {
    if random.happens(1, in: 2) { call.answeredAt = call.startedAt.advanced(bySeconds: 1) }
    end(&call, "no-answer", after: random.next(in: 5..<90))
  }

  private mutating func fail(_ call: inout PlannedCall) {
    end(&call, "failed", after: random.next(in: 0..<3))
    if random.happens(1, in: 2) { call.duration = nil }
  }

  /// The greeting of a mailbox answers; there must be one.
  private mutating func leaveMessage(_ call: inout PlannedCall) {
    guard call.user != nil || !cast.mailboxes.isEmpty else { return giveUp(&call) }
    let wait = random.next(in: 15..<30)
    call.answeredAt = call.startedAt.advanced(bySeconds: wait)
    end(&call, "voicemail", after: wait + 6 + random.next(in: 3..<120))
  }

  /// Calls that were parked and picked up again: pairs, and chains of three.
  private mutating func legs(
    of calls: inout [PlannedCall], pairs: Int, chains: Int
  ) -> [PlannedCall] {
    guard !usersWithExtension.isEmpty else { return [] }
    let parked = calls.indices.filter {
      calls[$0].direction == "inbound" && calls[$0].connectedAt != nil
    }
    var legs: [PlannedCall] = []
    for (place, index) in parked.prefix(pairs + chains).enumerated() {
      let leg = pickUp(calls[index])
      // A link need not lead back.
      if place % 3 == 1 { calls[index].relatedCall = leg.id }
      legs.append(leg)
      if place < chains { legs.append(pickUp(leg)) }
    }
    return legs
  }

  private mutating func pickUp(_ parked: PlannedCall) -> PlannedCall {
    var call = blank(at: (parked.endedAt ?? parked.startedAt).advanced(bySeconds: 2))
    let user = random.pick(usersWithExtension)
    call.direction = "internal"
    call.user = user
    call.from = extensions[user] ?? ""
    call.to = "*681"
    call.relatedCall = parked.id
    (call.answeredAt, call.connectedAt) = (call.startedAt, call.startedAt)
    end(&call, "completed", after: random.next(in: 20..<300))
    return call
  }

  /// Makes some of the oldest calls rows of a time when nobody wrote a direction.
  private mutating func makeOld(_ calls: inout [PlannedCall]) {
    let linked = Set(calls.compactMap(\.relatedCall))
    for index in calls.indices.dropFirst(calls.count - calls.count / 16) {
      let isPlain = calls[index].relatedCall == nil && !linked.contains(calls[index].id)
      guard isPlain, calls[index].status != "voicemail" else { continue }
      calls[index].direction = ""
      calls[index].did = nil
      switch random.next(in: 0..<3) {
      case 0: calls[index].to = "vm_" + (user() ?? random.identifier(prefix: "user"))
      case 1: calls[index].from = login()
      default: calls[index].to = "\(user() ?? random.identifier(prefix: "user"))-wrtc"
      }
    }
  }

  /// A SIP login of 32 letters and digits.
  private mutating func login() -> String {
    String(
      (random.identifier(prefix: "a") + random.identifier(prefix: "b")).filter { $0 != "_" }
        .prefix(32))
  }
}

// The messages.
extension CallPlanner {
  /// The message of each call that went to a mailbox, and a few that no call left; newest first.
  ///
  /// What is older than 30 days has been read, but for one message.
  mutating func voicemails(of calls: [PlannedCall]) -> [PlannedVoicemail] {
    let owners = cast.users + cast.mailboxes
    guard !owners.isEmpty else { return [] }
    var messages: [PlannedVoicemail] = []
    for call in calls where call.status == "voicemail" {
      guard let answered = call.answeredAt, let ended = call.endedAt else { continue }
      let seconds = (ended.microseconds - answered.microseconds) / 1_000_000
      let owner = call.user ?? random.pick(cast.mailboxes)
      messages.append(message(from: call.from, at: ended, seconds: seconds - 6, owner, call.id))
    }
    for _ in 0..<(calls.count / 50) {
      let moment = UTCTime(
        seconds: week.moment(&random, before: Self.now - 7200, days: Self.days))
      let seconds = random.next(in: 5..<60)
      messages.append(
        message(from: outsider(), at: moment, seconds: seconds, random.pick(owners), nil))
    }
    messages.sort { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }
    let old = messages.indices.filter { messages[$0].createdAt < Self.monthAgo }
    if !old.isEmpty {
      let index = random.pick(old)
      messages[index] = messages[index].unread
    }
    return messages
  }

  /// 30 days before now.
  static let monthAgo = UTCTime(seconds: now - 30 * 86_400)

  private mutating func message(
    from: String, at moment: UTCTime, seconds: Int, _ owner: String, _ call: String?
  ) -> PlannedVoicemail {
    let read = moment.advanced(bySeconds: random.next(in: 300..<3 * 86_400))
    let isRead = moment < Self.monthAgo || random.happens(1, in: 2)
    return PlannedVoicemail(
      id: random.identifier(prefix: "vm"), createdAt: moment, owner: owner, from: from,
      duration: seconds, call: call,
      readAt: isRead && read < UTCTime(seconds: Self.now) ? read : nil)
  }
}

extension PlannedVoicemail {
  /// The same message, not heard yet.
  var unread: PlannedVoicemail {
    PlannedVoicemail(
      id: id, createdAt: createdAt, owner: owner, from: from, duration: duration, call: call,
      readAt: nil)
  }
}
