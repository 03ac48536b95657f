import DialLanguage
import DialPipeline
import DialStack

// Who the account is that a person has chosen.
extension Shell {
  /// How long the API may take to tell.
  private static let patience = Duration.seconds(5)

  /// Asks the API once a session who the account of `step` is, and says so: a person sees whose
  /// data it is, and its time zone is known.
  ///
  /// - Returns: Whether something is known now that was not before.
  mutating func meetAccount(of step: Step) async -> Bool {
    guard session.isAtPrompt, mode == .run, let (id, isChosen) = step.account,
      session.introduced.insert(id).inserted
    else { return false }
    if let account = environment.seen.now.account(id) {
      if isChosen { environment.messages.notice(Self.introduction(of: account)) }
      return false
    }
    do {
      let answer = try await environment.messages.progress().during { try await ask(for: id) }
      guard let account = answer else { return false }
      environment.seen.note(account)
      environment.messages.notice(Self.introduction(of: account))
      return true
    } catch {
      // A pipeline over the account is about to say what is wrong.
      if isChosen, !(error is CancellationError), !(error is MissingKey) {
        environment.messages.notice("\(id.rawValue): \(error); times are shown in UTC".visible)
      }
      return false
    }
  }

  private func ask(for id: Account.ID) async throws -> SeenAccount? {
    let client = try environment.client().withoutRetries()
    return try await withThrowingTaskGroup(of: SeenAccount?.self) { group in
      group.addTask { SeenAccount(try await client.accounts.retrieve(id)) }
      group.addTask {
        try await Task.sleep(for: Self.patience)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  private static func introduction(of account: SeenAccount) -> String {
    let zone = account.timeZone.isEmpty ? "" : ", times in \(account.timeZone)"
    return "\(account.id) is \(account.name.isEmpty ? "without a name" : account.name)\(zone)"
      .visible
  }
}

extension SeenAccount {
  init(_ account: Account) {
    self.init(
      id: account.id.rawValue, name: account.name ?? "", email: account.email ?? "",
      timeZone: account.config.timezone ?? "")
  }
}

extension Step {
  /// The account that the step chooses, or whose list it asks for.
  var account: (id: Account.ID, isChosen: Bool)? {
    switch self {
    case .use(let id): id.map { ($0, true) }
    case .run(let plan): plan.source.list?.account.map { ($0, false) }
    case .explain, .help, .declare, .exit, .more, .command: nil
    }
  }
}
