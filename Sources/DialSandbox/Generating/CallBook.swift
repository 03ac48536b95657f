import DialStack

/// The calls and the messages of one account, and the numbers that they came by.
final class CallBook: Sendable {
  /// Newest first, those of the same moment by id.
  let calls: [PlannedCall]
  /// Those of them that are not over.
  let live: [PlannedCall]
  /// The extension of each that has one, by its id.
  let extensions: [String: String]
  /// In the same order.
  let voicemails: [PlannedVoicemail]
  /// Newest first; no more than a few hundred of them.
  let numbers: [OwnedNumber]

  /// - Parameter count: how many calls there are.
  init(of account: String, count: Int, in world: World) {
    let cast = world.cast(of: account)
    numbers = world.ownedNumbers(of: account)
    let salt = stableHash(of: "calls \(account)".utf8)
    let seed = SplitMix64.mixed(world.options.seed ^ SplitMix64.mixed(salt))
    let extensions = world.ids(of: "extensions", in: account)
    let known = Dictionary(
      zip(cast.targets, extensions), uniquingKeysWith: { first, _ in first })
    var planner = CallPlanner(
      seed: seed, week: WorkingWeek(clock: LocalClock(world.timeZone(of: account))),
      numbers: numbers, cast: cast,
      extensions: known)
    self.extensions = known
    calls = planner.calls(count)
    live = calls.filter(\.isLive)
    voicemails = planner.voicemails(of: calls)
  }

  /// A number that the account had at a moment, if it had any.
  func number(_ random: inout SplitMix64, at moment: UTCTime) -> OwnedNumber? {
    numbers.one(&random, at: moment)
  }
}

extension [OwnedNumber] {
  /// A number that was there at `moment`; `nil` if none was.
  func one(_ random: inout SplitMix64, at moment: UTCTime) -> OwnedNumber? {
    guard !isEmpty else { return nil }
    let start = random.next(in: 0..<count)
    for step in 0..<count {
      let number = self[(start + step) % count]
      if number.addedAt <= moment, number.endedAt.map({ moment < $0 }) ?? true { return number }
    }
    return nil
  }
}

extension World {
  /// The time zone of an account as its row has it, else UTC.
  fileprivate func timeZone(of account: String) -> String {
    guard let list = catalog.accountList, let index = accounts.firstIndex(of: account),
      let generator = generator(of: ListName(resource: list.name, account: nil, parents: []))
    else { return "UTC" }
    let item = generator.item(at: index, id: account)
    guard let config = member("config", of: item[...]), let zone = member("timezone", of: config)
    else { return "UTC" }
    return unquoted(zone)
  }

  /// The numbers of an account that take calls, at most some hundreds, evenly chosen.
  fileprivate func ownedNumbers(of account: String) -> [OwnedNumber] {
    let list = ListName(resource: "numbers", account: account, parents: [])
    guard catalog["numbers"] == .numbers, let generator = unlinkedGenerator(of: list) else {
      return []
    }
    return generator.sample(400).compactMap { Recipe.ownedNumber($0) }
  }
}
