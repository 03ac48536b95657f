import DialLanguage
import DialPipeline
import DialStack

// Who the account is that a person has chosen.
extension Shell {
  /// How long the API may take to tell.
  private static let patience = Duration.seconds(5)

  /// Learns who the account of a pipeline is, unless that was tried before: a person sees whose
  /// data it is, in its own time zone.
  ///
  /// - Returns: Whether something is known now that was not before.
  mutating func meetAccount(of step: Step) async -> Bool {
    guard session.isAtPrompt, mode == .run, case .run(let plan) = step,
      let id = plan.source.list?.account, session.introduced.insert(id).inserted,
      environment.seen.now.account(id) == nil
    else { return false }
    let progress = environment.messages.progress()
    // A pipeline over the account is about to say what is wrong.
    let sentence = try? await progress.during { await introduction(of: id, isAsked: false) }
    if let sentence = sentence ?? nil { environment.messages.notice(sentence) }
    return environment.seen.now.account(id) != nil
  }

  /// The account that was chosen and that nobody has been told about yet.
  var stranger: Account.ID? {
    guard mode == .run, environment.connection.mode != .noKey, let id = session.account else {
      return nil
    }
    return session.introduced.contains(id) ? nil : id
  }

  /// Who an account is, in a sentence, after asking the API if need be.
  ///
  /// - Parameter isAsked: whether the person wants to hear that the API doesn't tell.
  func introduction(of id: Account.ID, isAsked: Bool) async -> String? {
    if let account = environment.seen.now.account(id) { return Self.introduction(of: account) }
    do {
      guard let account = try await ask(for: id) else { return nil }
      environment.seen.note(account)
      return Self.introduction(of: account)
    } catch {
      guard isAsked, !(error is CancellationError), !(error is MissingKey) else { return nil }
      return "\(id.rawValue): \(error); times are shown in UTC".visible
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
    let zone = Zone(identifier: account.timeZone).map { ", times in \($0.name)" } ?? ""
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
