import DialLanguage
import DialPipeline
import DialStack

// The words with a dot.
extension Shell {
  mutating func perform(_ command: SessionCommand) -> ExitStatus {
    switch command {
    case .show(let setting): return say(setting)
    case .change(let change):
      change.apply(&session.settings)
      environment.governor.budget = session.settings.budget
      return session.isAtPrompt ? say(change.setting) : .done
    case .settings:
      let width = Setting.all.map(\.signature.name.count).max() ?? 0
      return environment.messages.write(
        Setting.all.map { setting in
          let name = setting.signature.name
          let padding = String(repeating: " ", count: width - name.count)
          return "\(name)\(padding)  \(text(of: setting))\n"
        }.joined())
    case .status:
      let status = Status(
        connection: environment.connection, session: session, seen: environment.seen.now,
        tally: environment.requests.tally)
      return environment.messages.write(status.text)
    case .prompt(let wish):
      session.wish = wish
      return .done
    }
  }

  /// The value of a setting; of the zone, what it comes to.
  private func text(of setting: Setting) -> String {
    setting.isZone ? scope.zone.text : setting.text(in: session.settings)
  }

  private func say(_ setting: Setting) -> ExitStatus {
    var line = "\(setting.signature.name) is \(text(of: setting))"
    if setting.signature.name == Setting.budget.signature.name, session.settings.budget != nil {
      line += ", and \(environment.requests.tally.sent) were sent so far"
    }
    return environment.messages.write(line + "\n")
  }
}
