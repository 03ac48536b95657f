import DialExport
import DialLanguage
import DialPipeline
import DialStack
import TerminalText

/// The texts of `help`, drawn from signatures, the catalog and what was seen.
struct HelpPage {
  let vocabulary: Vocabulary
  let observed: ObservedValues

  /// The page on a topic.
  func text(on topic: HelpTopic) -> String {
    switch topic {
    case .overview: overview
    case .resources: resources
    case .resource(let resource):
      ResourcePage(resource: resource, catalog: vocabulary.catalog, observed: observed).text
    case .word(let signature): Self.page(signature)
    case .export: exportPage
    case .format(let format): Self.page(format.signature)
    }
  }

  private var resources: String {
    Self.table(vocabulary.catalog.lists.map { ($0.name, $0.summary) })
  }

  private var formats: String {
    Self.table(vocabulary.exporters.map { ($0.signature.name, $0.signature.summary) })
  }

  private var overview: String {
    """
    A line is one source, then stages: left of an operator stands a field, right of it a value.

      use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers where status=active | format | export csv

    sources
    \(resources)
      An id alone reads its object: \(ids)
    \(numbers)

    stages
    \(Self.table(vocabulary.stageSignatures.map { ($0.usage, $0.summary) }))
    formats of export
    \(formats)
    \(functions)commands
    \(Self.table(vocabulary.commands.map { ($0.usage, $0.summary) }))
    more help
    \(Self.table(vocabulary.pages.map { ($0.name, $0.summary) }))
    `help WORD` tells more: help where, help export csv, describe numbers.

    """
  }

  /// What a phone number alone does; empty where there is no list of numbers.
  private var numbers: String {
    guard let list = vocabulary.catalog.numberList else { return "" }
    return
      "  A phone number alone is looked for in `\(list.name)`: +14155550100, (415) 555-0100, +1415"
  }

  /// How objects are read: `acct_…, did_…; what belongs to one stands behind it: qu_… members`.
  private var ids: String {
    let catalog = vocabulary.catalog
    let owners = catalog.resources.filter { $0.parents.isEmpty && $0.readsItems }
    let samples = owners.compactMap(\.idPrefixes.first).prefix(3).map { "\($0)_…" }
    let parts = catalog.resources.lazy.compactMap { owner in
      owner.idPrefixes.first.flatMap { prefix in
        catalog.parts(of: owner).first.map { "\(prefix)_… \($0.shortName(under: owner))" }
      }
    }
    let examples = samples.joined(separator: ", ")
    guard let part = parts.first else { return examples }
    return "\(examples); what belongs to it stands behind: \(part)"
  }

  private var functions: String {
    guard !vocabulary.functions.isEmpty else { return "" }
    return """
      functions
      \(Self.table(vocabulary.functions.map { ($0.signature.usage, $0.signature.summary) }))

      """
  }

  private static func page(_ signature: Signature) -> String {
    let details = signature.details.map { "  \($0)\n" }.joined()
    return """
      \(signature.usage)
        \(signature.summary)
      \(details.isEmpty ? "" : "\n\(details)")
      """ + examples(of: signature) + options(of: signature)
  }

  private static func examples(of signature: Signature) -> String {
    guard !signature.examples.isEmpty else { return "" }
    return """

      examples
      \(table(signature.examples.map { ($0.line, $0.meaning) }))
      """
  }

  private static func options(of signature: Signature) -> String {
    guard !signature.options.isEmpty else { return "" }
    return """

      options
      \(table(signature.options.map { ($0.usage, $0.summary) }))
      """
  }

  private var exportPage: String {
    Self.page(.export) + """

      formats
      \(formats)
      """
  }

  /// Names wider than this have no say in the width of their column.
  private static let widestName = 44

  static func table(_ rows: [(String, String)]) -> String {
    TwoColumns.text(rows, indent: 2, widest: widestName)
  }
}
