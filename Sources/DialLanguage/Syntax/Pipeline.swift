/// A source and the stages behind it, each with arguments that only it can read.
package struct Pipeline: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    case resource(Word)
    /// `$name`, without the `$`.
    case variable(Word)

    package var word: Word {
      switch self {
      case .resource(let word), .variable(let word): word
      }
    }
  }

  package let source: Source
  /// What stands between the source and the first stage.
  package let sourceArguments: Arguments
  package let stages: [StageCall]
  /// What is wrong with its form: nothing else in it is worth a word then.
  package let fault: Diagnostic?
}

/// Stages without a source, `|` between them.
package struct StageList: Sendable, Hashable {
  package let calls: [StageCall]
  /// What is wrong with its form.
  package let fault: Diagnostic?
}

/// A stage by name, with arguments that only the stage can read.
package struct StageCall: Sendable, Hashable {
  package let name: Word
  package let arguments: Arguments
}
