import DialPipeline
import DialRows
import DialStack
import TerminalText

/// What came of asking the API who an account is.
enum AccountAnswer: Sendable {
  case known(ObservedAccount)
  /// There is no such account, or the key can't read it.
  case refused(APIError)
  /// The API was busy, too slow or out of reach; it may tell later.
  case unanswered(any Error)
}

// Who the account is that a person has chosen.
extension Shell {
  /// How long the API may take to tell.
  private static let patience = Duration.seconds(5)

  /// Chooses the accounts of what follows; at the prompt only those that the API shows.
  mutating func use(_ accounts: AccountSelection) async -> ExitStatus {
    guard session.isAtPrompt, mode == .run, !accounts.isNone else {
      session.accounts = accounts
      session.accountCount = nil
      return .done
    }
    if let id = accounts.single { return await use(id) }
    let progress = environment.messages.progress()
    do {
      let owners = try await progress.during { () async throws -> [ListOwner] in
        try await self.owners(of: accounts)
      }
      guard !owners.isEmpty else {
        environment.messages.complain("these are no accounts at all; \(whoseRowsNow)")
        return .failed
      }
      session.accounts = accounts
      session.accountCount = owners.count
      environment.messages.notice(Self.introduction(of: owners))
      return .done
    } catch is CancellationError {
      return .interrupted
    } catch is MissingKey {
      session.accounts = accounts
      session.accountCount = nil
      return .done
    } catch {
      environment.messages.complain("\(error); \(whoseRowsNow)")
      return .failed
    }
  }

  /// Asks which accounts a selection comes to; each that was named must be there.
  private func owners(of accounts: AccountSelection) async throws -> [ListOwner] {
    if case .several(let ids) = accounts {
      return try await withThrowingTaskGroup(of: (Int, ListOwner).self) { group in
        for (place, id) in ids.enumerated() {
          if place >= session.settings.concurrency ?? 1 { _ = try await group.next() }
          group.addTask { (place, try await owner(id)) }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
          .sorted { $0.key < $1.key }.map(\.value)
      }
    }
    let run = Run(
      client: try environment.client(), report: RunReport(), now: environment.now(),
      zone: scope.zone, fanOut: fanOut,
      kept: KeptRows(failures: session.failures.map(\.record), related: session.related))
    var owners: [ListOwner] = []
    try await accounts.forEachOwner(asking: try environment.client(), in: run) { owner in
      owners.append(owner)
      return true
    }
    return owners
  }

  /// - Throws: the API's refusal of the account.
  private func owner(_ id: Account.ID) async throws -> ListOwner {
    switch try await answer(about: id) {
    case .known(let account): ListOwner(id, name: account.name)
    case .refused(let error): throw error.naming(id)
    case .unanswered(let error): if error is MissingKey { throw error } else { ListOwner(id) }
    }
  }

  /// How the lists of several accounts are read.
  var fanOut: FanOutOptions {
    var options = environment.fanOut
    options.concurrency = session.settings.concurrency ?? 1
    options.isStrict = session.settings.strict
    return options
  }

  /// `3 accounts: Harbor Vet, Blue Fern Dental, …`.
  private static func introduction(of owners: [ListOwner]) -> String {
    let names = owners.compactMap { $0.name.flatMap { $0.isEmpty ? nil : $0 } }
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    let count = owners.count == 1 ? "1 account" : "\(owners.count) accounts"
    return (count + (shown.isEmpty ? "" : ": \(shown)")).visible
  }

  /// What is chosen where a choice has failed.
  private var whoseRowsNow: String {
    if let account = session.account { return "the account is still \(account)" }
    return session.accounts.isNone
      ? "no account is chosen" : "the accounts are still those of before"
  }

  /// Chooses an account that the API shows.
  private mutating func use(_ id: Account.ID) async -> ExitStatus {
    session.introduced.insert(id)
    let progress = environment.messages.progress()
    switch try? await progress.during({ try await answer(about: id) }) {
    case .known(let account)?:
      session.account = id
      greet(account)
      return .done
    case .refused(let error)?:
      environment.messages.complain("\(id): \(error); \(whoseRowsNow)")
      return .failed
    case .unanswered(let error)?:
      session.account = id
      tellOfSilence(error, about: id)
      return .done
    case nil: return .interrupted
    }
  }

  /// Learns who the account of a pipeline is, unless that was tried before: a person sees whose
  /// data it is, in its own time zone.
  mutating func meetAccount(of step: Step) async {
    guard session.isAtPrompt, mode == .run, case .run(let plan) = step,
      let id = plan.source.list?.accounts.single, session.introduced.insert(id).inserted,
      environment.observations.now.account(id) == nil
    else { return }
    let progress = environment.messages.progress()
    switch try? await progress.during({ try await answer(about: id) }) {
    case .known(let account)?: greet(account)
    case .unanswered(let error)?: tellOfSilence(error, about: id)
    // The pipeline is about to say what is wrong.
    case .refused?, nil: break
    }
  }

  /// Asks for the zone that a script counts by, where it has said `.zone account`.
  ///
  /// UTC in its place would be a wrong answer: without the zone there is none.
  func learnZone(for step: Step) async -> ExitStatus {
    guard !session.isAtPrompt, mode == .run, case .run = step,
      scope.zone.reason == .accountUnknown, let id = session.account
    else { return .done }
    do {
      let account = try await environment.client().accounts.retrieve(id)
      environment.observations.note(ObservedAccount(account))
      return .done
    } catch is MissingKey {
      // The pipeline is about to say so.
      return .done
    } catch {
      return environment.messages.status(telling: error, of: "the time zone of \(id)")
    }
  }

  /// The account that `--account` chose and that nobody has been told about yet.
  var unknownAccount: Account.ID? {
    guard mode == .run, environment.connection.mode != .noKey, let id = session.account else {
      return nil
    }
    return session.introduced.contains(id) ? nil : id
  }

  /// Asks the API once who an account is, unless that is known.
  ///
  /// - Throws: `CancellationError`.
  func answer(about id: Account.ID) async throws -> AccountAnswer {
    if let account = environment.observations.now.account(id) { return .known(account) }
    do {
      let account = try await ask(for: id)
      environment.observations.note(account)
      return .known(account)
    } catch let error as APIError where error.isRefusal {
      return .refused(error)
    } catch {
      try Task.checkCancellation()
      return .unanswered(error)
    }
  }

  /// Asks as often as the client asks for anything, and as late as the API wants it.
  ///
  /// - Returns: Who the account is, in a sentence; `nil` if the API never tells.
  func laterIntroduction(of id: Account.ID) async -> String? {
    guard let account = try? await environment.client().accounts.retrieve(id) else { return nil }
    let seen = ObservedAccount(account)
    environment.observations.note(seen)
    return Self.introduction(of: seen)
  }

  private func ask(for id: Account.ID) async throws -> ObservedAccount {
    let client = try environment.client().withoutRetries()
    return try await withThrowingTaskGroup(of: ObservedAccount.self) { group in
      group.addTask { ObservedAccount(try await client.accounts.retrieve(id)) }
      group.addTask {
        try await Task.sleep(for: Self.patience)
        throw APIError(.timeout, "no answer within \(Self.patience)")
      }
      defer { group.cancelAll() }
      guard let account = try await group.next() else { throw CancellationError() }
      return account
    }
  }

  static func introduction(of account: ObservedAccount) -> String {
    let zone = Zone(identifier: account.timeZone).map { ", times in \($0.name)" } ?? ""
    return "\(account.id) is \(account.name.isEmpty ? "without a name" : account.name)\(zone)"
      .visible
  }

  /// What to say while the API doesn't tell who the account is.
  static func silence(_ error: any Error, about id: Account.ID) -> String {
    "\(id): \(error); times are in UTC until the API tells the account's zone".visible
  }

  private func greet(_ account: ObservedAccount) {
    environment.messages.notice(Self.introduction(of: account))
  }

  private mutating func tellOfSilence(_ error: any Error, about id: Account.ID) {
    guard !(error is MissingKey) else { return }
    session.unanswered = id
    environment.messages.notice(Self.silence(error, about: id))
  }
}

extension ObservedAccount {
  init(_ account: Account) {
    self.init(
      id: account.id.rawValue, name: account.name ?? "", email: account.email ?? "",
      timeZone: account.config.timezone ?? "")
  }
}

extension APIError {
  /// Whether the API has said no: what is asked for isn't there, or isn't for this key.
  var isRefusal: Bool {
    [.invalidRequest, .authentication, .permission, .notFound, .validation].contains(kind)
  }
}
