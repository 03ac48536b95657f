import DialLanguage
package import DialPipeline
import DialStack
import TerminalText

/// What a statement asks of the shell that runs it.
package protocol ShellCommand: SessionCommand {
  /// Does it.
  func perform(in shell: inout Shell) async -> ExitStatus
}

/// Shows the value of a setting.
struct ShowSetting: ShellCommand {
  let setting: Setting

  func perform(in shell: inout Shell) -> ExitStatus { shell.say(setting) }
}

/// Gives a setting another value; at the prompt it says which.
struct ChangeSetting: ShellCommand {
  let change: SettingChange

  func perform(in shell: inout Shell) -> ExitStatus {
    change.apply(&shell.session.settings)
    shell.obeySettings()
    return shell.session.isAtPrompt ? shell.say(change.setting) : .done
  }
}

/// Shows every setting.
struct ShowSettings: ShellCommand {
  func perform(in shell: inout Shell) -> ExitStatus {
    shell.environment.messages.write(
      TwoColumns.text(Setting.all.map { ($0.signature.name, shell.text(of: $0)) }))
  }
}

/// Shows whom the session talks to, and what was sent.
struct ShowStatus: ShellCommand {
  func perform(in shell: inout Shell) -> ExitStatus {
    let status = Status(
      connection: shell.environment.connection, session: shell.session,
      observed: shell.environment.observations.now, tally: shell.environment.requests.tally,
      rate: shell.environment.governor.currentRate)
    return shell.environment.messages.write(status.text)
  }
}

/// Leaves a request to the prompt.
struct AskPrompt: ShellCommand {
  let request: PromptRequest

  func perform(in shell: inout Shell) -> ExitStatus {
    shell.session.promptRequest = request
    return .done
  }
}

/// What only a prompt can do.
package enum PromptRequest: Sendable, Hashable {
  /// The lines of earlier that hold the text, or all.
  case history(containing: String)
  /// A line of the history by its number, or the last.
  case again(Int?)
  /// A text to be edited; `nil` is the last line.
  case edit(String?)
  /// A file for the last lines, so many.
  case save(path: String, lines: Int, replaces: Bool)
}

extension Shell {
  /// Has requests go as the settings say.
  func obeySettings() {
    environment.governor.budget = session.settings.budget
    environment.governor.rate = session.settings.rate(for: environment.fanOut.shard)
  }

  /// The value of a setting; of the zone, what it comes to.
  fileprivate func text(of setting: Setting) -> String {
    setting.isZone ? scope.zone.text : setting.text(in: session.settings)
  }

  fileprivate func say(_ setting: Setting) -> ExitStatus {
    var line = "\(setting.signature.name) is \(text(of: setting))"
    if setting.signature == Setting.budget.signature, session.settings.budget != nil {
      line += ", and \(environment.requests.tally.sent) were sent so far"
    }
    return environment.messages.write(line + "\n")
  }
}
