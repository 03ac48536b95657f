import DialExport
import DialLanguage
import DialStack
import TerminalText

/// The texts of `help`, drawn from signatures and the catalog.
enum HelpPage {
  /// The page on what `words` say; without any, what there is.
  ///
  /// - Throws: a ``Rejection`` for a word that nothing is known of.
  static func text(of words: [Word], in vocabulary: Vocabulary, seen: Seen) throws(Rejection)
    -> String
  {
    guard let topic = words.last else { return overview(of: vocabulary) }
    if words.count > 1 {
      // Only `help export csv` and its like have two words.
      guard words.count == 2, words[0].keyword == Signature.export.name,
        let exporter = vocabulary.exporter(named: topic.text)
      else { throw Rejection(.unknownTopic(topic, vocabulary: vocabulary)) }
      return page(of: exporter)
    }
    if let resource = vocabulary.catalog[topic.text] {
      return ResourcePage(resource: resource, catalog: vocabulary.catalog, seen: seen).text
    }
    if topic.keyword == Signature.export.name { return exportPage(vocabulary) }
    if let exporter = vocabulary.exporter(named: topic.text) { return page(of: exporter) }
    let signatures = vocabulary.signatures
    let signature =
      signatures.first { topic.text.isKeyword($0.name) }
      ?? signatures.first { $0.name == ".\(topic.text)" }
      ?? signatures.first { $0.synonyms.contains(topic.text) }
    guard let signature else { throw Rejection(.unknownTopic(topic, vocabulary: vocabulary)) }
    return page(signature)
  }

  /// The page that lists what can stand first in a line.
  static func resources(of vocabulary: Vocabulary) -> String {
    table(vocabulary.catalog.resources.map { ($0.name, $0.summary) })
  }

  private static func overview(of vocabulary: Vocabulary) -> String {
    """
    A line is one source, then stages: left of an operator stands a field, right of it a value.

      use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers where status=active | format | export csv

    sources
    \(table(vocabulary.catalog.resources.map { ($0.name, $0.summary) }))
    stages
    \(table(vocabulary.stageSignatures.map { ($0.usage, $0.summary) }))
    formats of export
    \(table(vocabulary.exporters.map { ($0.signature.name, $0.signature.summary) }))
    commands
    \(table(vocabulary.commands.map { ($0.usage, $0.summary) }))
    more help
    \(table(vocabulary.pages.map { ($0.name, $0.summary) }))
    `help WORD` tells more: help where, help export csv, describe numbers.

    """
  }

  private static func page(_ signature: Signature) -> String {
    let details = signature.details.map { "  \($0)\n" }.joined()
    return """
      \(signature.usage)
        \(signature.summary)
      \(details.isEmpty ? "" : "\n\(details)")
      examples
      \(table(signature.examples.map { ($0.line, $0.meaning) }))
      """
  }

  private static func page(of exporter: any Exporter.Type) -> String {
    guard !exporter.options.isEmpty else { return page(exporter.signature) }
    return page(exporter.signature) + """

      options
      \(table(exporter.options.map { ($0.usage, $0.summary) }))
      """
  }

  private static func exportPage(_ vocabulary: Vocabulary) -> String {
    page(.export) + """

      formats
      \(table(vocabulary.exporters.map { ($0.signature.name, $0.signature.summary) }))
      """
  }

  static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.displayWidth).filter { $0 <= 44 }.max() ?? 0
    return rows.map { name, text in
      let padding = String(repeating: " ", count: max(0, width - name.displayWidth))
      return "  \(name)\(padding)  \(text)\n"
    }.joined()
  }
}
