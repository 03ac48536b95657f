package import DialExport
package import DialLanguage
package import DialStack

/// What help is asked on.
package enum HelpTopic: Sendable {
  /// Everything there is.
  case overview
  /// What can stand first in a line.
  case resources
  case resource(Resource)
  case word(Signature)
  /// `export` and its formats.
  case export
  case format(any ExportFormat.Type)
}

extension Vocabulary {
  /// What the words behind `help` ask on: none, `where`, or `export csv`.
  ///
  /// - Throws: a ``Rejection`` for a word that nothing is known of.
  package func topic(_ words: [Word]) throws(Rejection) -> HelpTopic {
    guard let last = words.last else { return .overview }
    if words.count > 1 {
      // Only `help export csv` and its like have two words.
      guard words.count == 2, words[0].keyword == Signature.export.name,
        let format = exporter(named: last.text)
      else { throw Rejection(.unknownTopic(last, vocabulary: self)) }
      return .format(format)
    }
    if let resource = catalog[last.text] { return .resource(resource) }
    if last.keyword == Signature.export.name { return .export }
    if let format = exporter(named: last.text) { return .format(format) }
    let signatures = signatures
    let signature =
      signatures.first { last.text.isKeyword($0.name) }
      ?? signatures.first { $0.name == ".\(last.text)" }
      ?? signatures.first { $0.synonyms.contains(last.text) }
    guard let signature else { throw Rejection(.unknownTopic(last, vocabulary: self)) }
    return .word(signature)
  }
}
