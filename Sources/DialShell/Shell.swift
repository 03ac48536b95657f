package import DialLanguage
package import DialPipeline
import DialRows
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
    /// Read the rows of every pipeline for what it expects of them, and write none.
    case examine
  }

  package var session: Session
  package let environment: Environment
  let mode: Mode
  /// Whether `exit` was said.
  package private(set) var isOver = false

  package init(session: Session, environment: Environment, mode: Mode) {
    self.session = session
    self.environment = environment
    self.mode = mode
  }

  /// Runs `source` whole. Nothing is sent unless all of it makes sense.
  package mutating func run(_ source: SourceText) async -> ExitStatus {
    session.promptRequest = nil
    session.mended = nil
    session.partialRuns = 0
    do throws(Rejection) {
      let plan = try plan(source)
      if let failed = session.retrying, let reason = failed.obstacle(in: plan) {
        environment.messages.complain(reason)
        return .refused
      }
      guard mode != .check else { return .done }
      let status = await perform(plan.steps)
      return status == .done && session.partialRuns > 0 ? .partial : status
    } catch {
      session.mended = source.mended(by: error.diagnostics)
      environment.messages.complain(error)
      return .refused
    }
  }

  /// Plans `source`, and looks whether its files can be written.
  ///
  /// - Throws: a ``Rejection`` with all that is wrong with it.
  package func plan(_ source: SourceText) throws(Rejection) -> ScriptPlan {
    let plan = try Planner.plan(source, with: environment.vocabulary, in: scope)
    try plan.checkPaths()
    return plan
  }

  /// Why a text would be refused that is run as a script; `nil` if it makes sense.
  func refusal(ofScript script: SourceText) -> Rejection? {
    var shell = self
    shell.session = session.ofScript(given: [:])
    do throws(Rejection) {
      _ = try Planner.plan(script, with: environment.vocabulary, in: shell.scope)
      return nil
    } catch {
      return error
    }
  }

  /// What planning may know at this moment.
  package var scope: Scope {
    var scope = Scope(
      accounts: session.accounts, variables: session.variables,
      homeDirectory: environment.homeDirectory, display: environment.display())
    scope.accountsBefore = session.accountsBefore
    scope.given = session.given
    scope.named = session.named
    scope.definitions = session.definitions
    scope.options = session.options
    scope.includes = TextFile.source
    scope.showsSecrets = environment.showsSecrets
    scope.apply(session.settings)
    scope.openParameters = mode == .check ? .withoutValue : .none
    scope.known = environment.observations.now
    scope.now = environment.now()
    if session.isAtPrompt {
      scope.prompt = PromptScope(lastResult: session.lastResult?.plan.columns.concealed)
    }
    return scope
  }

  private mutating func perform(_ steps: [Step]) async -> ExitStatus {
    for step in steps {
      // Its zone is that of days and of tables.
      await meetAccount(of: step)
      var status = await learnZone(for: step)
      if status == .done { status = await perform(step) }
      if status != .done || isOver { return status }
    }
    return .done
  }

  private mutating func perform(_ step: Step) async -> ExitStatus {
    switch step {
    case .use(let accounts): return await use(accounts)
    case .declare(let name, let value):
      session.named[name.text] = nil
      session.variables[name.text] = value
      return .done
    case .name(let name, let rows):
      session.variables[name.text] = nil
      session.named[name.text] = rows
      return .done
    case .define(let definition):
      session.definitions[definition.name.text] = definition
      return .done
    case .include(let steps): return await perform(steps)
    case .script(let steps, let variables):
      var script = self
      script.session = session.ofScript(given: variables)
      let status = await script.perform(steps)
      session.partialRuns += script.session.partialRuns
      obeySettings()
      return status
    case .exit:
      isOver = true
      return .done
    case .help(let topic):
      let page = HelpPage(
        vocabulary: environment.vocabulary, observed: environment.observations.now)
      return environment.messages.write(page.text(on: topic))
    case .explain(let plan): return explain(plan)
    case .command(let command):
      guard let command = command as? any ShellCommand else {
        preconditionFailure("the words of a shell ask for what a shell does")
      }
      return await command.perform(in: &self)
    case .more: return mode == .explain ? .done : await more()
    case .run(let plan):
      switch mode {
      case .explain: return explain(plan)
      case .examine: return await examine(plan)
      case .run, .check: return await run(plan)
      }
    }
  }

  private func explain(_ plan: Plan) -> ExitStatus {
    environment.messages.write(
      plan.explanation(
        now: environment.now(), in: scope.zone, reading: session.settings.concurrency ?? 1))
  }
}
