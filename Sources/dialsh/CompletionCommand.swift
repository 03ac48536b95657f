import ArgumentParser

/// `dialsh completion`: prints the completion script of a shell.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "Print the completion script of a shell.",
    usage: "dialsh completion bash | zsh | fish",
    discussion: """
      bash   dialsh completion bash > ~/.local/share/bash-completion/completions/dialsh
      zsh    dialsh completion zsh > a folder of $fpath, as _dialsh
      fish   dialsh completion fish > ~/.config/fish/completions/dialsh.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  /// The shells that a script can be made for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  func run() {
    let shell: CompletionShell =
      switch self.shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    print(Dialsh.completionScript(for: shell))
  }
}
