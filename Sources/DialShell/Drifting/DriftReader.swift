import DialExport
import DialLanguage
package import DialPipeline
import DialRows
import DialStack

/// Holds lists of a server against what the catalog says of them.
package struct DriftReader: Sendable {
  private let environment: Environment
  private let accounts: AccountSelection
  private let pages: Int
  private let patch: String?

  /// - Parameters:
  ///   - pages: how many pages of each list are read.
  ///   - patch: the file for what the catalog has to learn; `nil` writes none.
  package init(
    accounts: AccountSelection, pages: Int, patch: String?, in environment: Environment
  ) {
    self.environment = environment
    self.accounts = accounts
    self.pages = pages
    self.patch = patch
  }

  /// Reads the lists that `texts` name, all that need no more than an account where there is none, and
  /// tells how they differ.
  ///
  /// - Returns: `done` without a difference, `failed` with one, `partial` where a list could not be
  ///   read.
  package func compare(_ texts: [String]) async -> ExitStatus {
    let names =
      texts.isEmpty
      ? environment.vocabulary.catalog.lists.filter(\.comesWhole).map(\.name) : texts
    let sources: [Source]
    do throws(Rejection) {
      sources = try self.sources(names)
    } catch {
      environment.messages.complain(error)
      return .refused
    }
    var endings: [Ending] = []
    for source in sources {
      let ending = await ending(of: source)
      endings.append(ending)
      let written = environment.messages.write(ending.text)
      guard written == .done else { return written }
      if case .failed(let status) = ending, status.endsAll { return status }
    }
    return finish(endings)
  }

  private func finish(_ endings: [Ending]) -> ExitStatus {
    if let patch {
      do {
        try write(CatalogPatch(of: endings.compactMap(\.drift)).text, to: patch)
      } catch {
        environment.messages.complain("can't write \(patch): \(error)")
        return .failed
      }
    }
    let statuses = endings.map(\.status)
    return [.authentication, .partial, .failed].first(where: statuses.contains) ?? .done
  }

  private func write(_ text: String, to path: String) throws {
    var file = try FileOutput(path: path)
    try file.write(Array(text.utf8))
    try file.commit()
  }
}

// What is read.
extension DriftReader {
  /// A list, once for each text that names it.
  private struct Source {
    let resource: Resource
    var plans: [Plan]
  }

  /// What came of a list.
  private enum Ending {
    case compared(Drift)
    /// The server answers that there is no such list.
    case absent(String)
    case failed(ExitStatus)

    var drift: Drift? { if case .compared(let drift) = self { drift } else { nil } }

    var text: String {
      switch self {
      case .compared(let drift): drift.text
      case .absent(let line): line
      case .failed: ""
      }
    }

    var status: ExitStatus {
      switch self {
      case .compared(let drift): drift.differences.isEmpty ? .done : .failed
      case .absent: .failed
      case .failed(let status): status == .authentication ? status : .partial
      }
    }
  }

  /// Plans what is read, all of it before anything is sent.
  private func sources(_ texts: [String]) throws(Rejection) -> [Source] {
    var sources: [Source] = []
    for text in texts {
      let resource = try resource(of: text)
      // The rows of the first pages, and no more.
      let most = resource.paging == .pages ? " | limit \(pages * Endpoint.largestPage)" : ""
      guard case .run(let plan)? = try plan(text + most, of: accounts).first else { continue }
      if let index = sources.firstIndex(where: { $0.resource.name == resource.name }) {
        sources[index].plans.append(plan)
      } else {
        sources.append(Source(resource: resource, plans: [plan]))
      }
    }
    return sources
  }

  /// The list that a text names, with conditions and nothing else.
  private func resource(of text: String) throws(Rejection) -> Resource {
    let source = SourceText(text)
    let everything = source.range(0, text.utf8.count)
    // Whose rows they are is another question.
    let anybody = environment.vocabulary.catalog.accountList.map { AccountSelection.all(in: $0) }
    let steps = try plan(text, of: accounts.isNone ? anybody ?? .none : accounts)
    guard steps.count == 1, case .run(let plan) = steps[0], plan.isShown,
      let list = plan.source.list, plan.stages.allSatisfy({ $0.name == "where" })
    else {
      throw Rejection(
        Diagnostic(at: everything, "the name of a list stands here, with `where` if need be"))
    }
    guard list.resource.scope != .account || !accounts.isNone else {
      throw Rejection(
        Diagnostic(
          at: everything,
          "`\(list.resource.name)` belongs to an account; give --account ID, or --account all",
          about: .circumstances))
    }
    return list.resource
  }

  private func plan(_ text: String, of accounts: AccountSelection) throws(Rejection) -> [Step] {
    let scope = Scope(
      accounts: accounts, variables: [:], homeDirectory: environment.homeDirectory,
      display: Display(format: "ndjson", terminal: nil))
    return try Planner.plan(SourceText(text), with: environment.vocabulary, in: scope).steps
  }

  private func ending(of source: Source) async -> Ending {
    let seen = SeenList(of: source.resource)
    do {
      for plan in source.plans { try await read(plan, into: seen) }
      return .compared(Drift(of: source.resource, seen.now))
    } catch let failure as RunFailure {
      if let error = failure.cause as? APIError, error.status == 404 {
        return .absent(absence(of: source.resource))
      }
      return .failed(
        environment.messages.status(telling: failure.cause, of: source.resource.name))
    } catch {
      let status = environment.messages.status(telling: error, of: source.resource.name)
      return .failed(error is MissingKey ? .authentication : status)
    }
  }

  private func absence(of resource: Resource) -> String {
    let subject =
      resource.parents.isEmpty ? "no such list" : "no such list, or nothing it belongs to"
    let since = resource.since.phrase.map { "; it is \($0)" } ?? ""
    return "\(resource.name): the server has \(subject) (404)\(since)\n"
  }

  private func read(_ plan: Plan, into seen: SeenList) async throws {
    let progress = environment.messages.progress()
    let runner = PlanRunner(
      client: try environment.client(), now: environment.now(), zone: .utc,
      fanOut: environment.fanOut, standardOutput: environment.standardOutput, pace: .pageByPage,
      whileWriting: { try $0() },
      onPage: { records, _, accounts in
        progress.sawPage(rows: records.count, accounts: accounts)
      })
    let result = try await environment.requests.telling(progress) {
      try await progress.during {
        try await runner.run(
          plan, after: ExportProgress(now: environment.now().seconds), since: ListBookmarks()
        ) { _ in SeenSink(seen) }
      }
    }
    guard let books = result.books, !books.failures.isEmpty else { return }
    environment.messages.complain("\(plan.text): \(books.share)")
    environment.messages.list(books.failures)
  }
}

extension ExitStatus {
  /// Whether nothing more is asked for: nobody waits for it, or nothing of it is allowed.
  fileprivate var endsAll: Bool { rawValue > 128 || self == .authentication }
}
