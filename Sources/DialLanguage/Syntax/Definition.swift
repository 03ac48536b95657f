/// A text that `def` gave a name: a pipeline, or stages that stand behind any.
package struct Definition: Sendable, Hashable {
  package enum Body: Sendable, Hashable {
    case pipeline(Pipeline)
    case stages(StageList)
  }

  package let name: Word
  /// What it is given in parentheses, each a variable of the body.
  package let parameters: [Word]
  package let body: Body
  /// The body as it was written.
  package let text: String

  package init(name: Word, parameters: [Word], body: Body, text: String) {
    self.name = name
    self.parameters = parameters
    self.body = body
    self.text = text
  }

  /// Whether it begins a pipeline, and does not go on with one.
  package var isPipeline: Bool {
    if case .pipeline = body { true } else { false }
  }

  /// How it is used: `late(SINCE)`.
  package var usage: String {
    let values = parameters.map { $0.text.uppercased() }.joined(separator: ", ")
    return name.text + (parameters.isEmpty ? "" : "(\(values))")
  }
}
