package import DialLanguage
import DialPipeline
import DialStack
import SystemPackage

/// Takes texts, has them parsed, planned and run, and tells how it went.
package struct Shell: Sendable {
  /// What becomes of a text that makes sense.
  package enum Mode: Sendable, Hashable {
    case run
    /// Explain every pipeline, send nothing.
    case explain
    /// Say only whether it makes sense.
    case check
  }

  package var session: Session
  private let environment: Environment
  private let mode: Mode
  /// Whether `exit` was said.
  package private(set) var isOver = false

  package init(session: Session, environment: Environment, mode: Mode) {
    self.session = session
    self.environment = environment
    self.mode = mode
  }

  /// Runs `source` whole. Nothing is sent unless all of it makes sense.
  package mutating func run(_ source: SourceText) async -> ExitStatus {
    do throws(Rejection) {
      let script = try Parser.parse(source)
      let plan = try Planner.plan(
        script, from: source, with: environment.vocabulary, in: scope)
      return await perform(plan, from: source)
    } catch {
      environment.messages.complain(error, in: source)
      return .refused
    }
  }

  private var scope: Scope {
    var scope = Scope(
      account: session.account, variables: session.variables, now: environment.now(),
      homeDirectory: environment.homeDirectory, display: environment.display())
    scope.given = session.given
    return scope
  }

  private mutating func perform(_ plan: ScriptPlan, from source: SourceText) async -> ExitStatus {
    guard mode != .check else { return .done }
    for step in plan.steps {
      let status = await perform(step, from: source)
      if status != .done || isOver { return status }
    }
    return .done
  }

  private mutating func perform(_ step: Step, from source: SourceText) async -> ExitStatus {
    switch step {
    case .use(let account):
      session.account = account
      return .done
    case .declare(let name, let value):
      session.variables[name.text] = value
      return .done
    case .exit:
      isOver = true
      return .done
    case .help(let text): return environment.messages.write(text)
    case .explain(let plan): return environment.messages.write(plan.explanation)
    case .run(let plan):
      return mode == .explain
        ? environment.messages.write(plan.explanation) : await run(plan, from: source)
    }
  }

  private func run(_ plan: Plan, from source: SourceText) async -> ExitStatus {
    let requestsBefore = environment.requests.count
    let watch = environment.messages.watch(plan)
    do {
      let client = try environment.client()
      let runner = PlanRunner(
        client: client, standardOutput: environment.standardOutput,
        delivery: environment.display().terminal == nil ? .inChunks : .pageByPage,
        onProgress: { watch.saw(rows: $0) })
      let result = try await runner.run(plan)
      watch.clear()
      environment.messages.finish(
        plan, result, requests: environment.requests.count - requestsBefore)
      return .done
    } catch let failure as RunFailure {
      watch.clear()
      return environment.messages.complain(failure, of: plan, in: source)
    } catch {
      watch.clear()
      environment.messages.complain("\(error)")
      return error is MissingKey ? .authentication : .failed
    }
  }
}
