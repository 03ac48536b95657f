package import DialLanguage
import DialPipeline
package import DialStack

extension Catalog {
  /// The most MiB of a file.
  private static let largestFile = 1

  /// The catalog with what files add to it, one after the other.
  ///
  ///     [[resource]]
  ///     name = "voice_bots"
  ///     path = "/v1/voice-bots"
  ///     field = ["id", "title", "created_at", { name = "calls", kind = "integer" }]
  ///
  ///     [[extend]]
  ///     name = "numbers"
  ///     field = [{ name = "carrier", kind = "text" }]
  ///
  /// - Throws: ``ConfigurationError`` for a file that can't be read, a `Rejection` for one that makes
  ///   no sense.
  package func adding(filesAt paths: [String]) throws -> Catalog {
    try adding(paths.map { SourceText(try TextFile.read($0, atMost: Self.largestFile), name: $0) })
  }

  /// The catalog with what texts add to it, one after the other.
  ///
  /// - Throws: a `Rejection` with all that is wrong with the first text that makes no sense.
  package func adding(_ texts: [SourceText]) throws(Rejection) -> Catalog {
    guard !texts.isEmpty else { return self }
    var reader = CatalogReader(over: self)
    for text in texts { try reader.read(text) }
    return try reader.catalog
  }
}

/// Puts what files say into the lists that there are.
private struct CatalogReader {
  /// The most lists.
  private static let most = 1000

  private let words: ReservedWords
  private let unavailable: Set<String>
  private var resources: [Resource]
  private var places: [String: Int]
  /// The lists that relations lead to, looked up when all files are read.
  private var references: [Findings.Reference] = []

  init(over catalog: Catalog) {
    words = ReservedWords(of: .shell(catalog: catalog))
    unavailable = catalog.unavailable
    resources = catalog.resources
    places = Dictionary(
      resources.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var catalog: Catalog {
    get throws(Rejection) {
      let names = resources.map(\.name)
      let diagnostics = references.compactMap { reference -> Diagnostic? in
        guard places[reference.name] == nil, !unavailable.contains(reference.name) else {
          return nil
        }
        return Diagnostic(
          at: reference.range,
          "unknown list `\(reference.name)`\(didYouMean(reference.name, in: names))")
      }
      if let rejection = Rejection(diagnostics) { throw rejection }
      return Catalog(resources: resources, unavailable: unavailable.subtracting(names))
    }
  }

  mutating func read(_ text: SourceText) throws(Rejection) {
    let entries: [TOML.Entry]
    do {
      entries = try TOML(text.text).nested()
    } catch {
      throw Rejection(Diagnostic(at: text.range(error.offset, error.offset), error.message))
    }
    let findings = Findings(in: text)
    var table = TableReader(entries, at: 0..<0, findings)
    for element in table.elements("resource") { add(element, findings) }
    for element in table.elements("extend") { extend(element, findings) }
    table.refuseOthers()
    if let rejection = Rejection(findings.diagnostics) { throw rejection }
    references += findings.references
  }

  private mutating func add(_ element: TOML.Element, _ findings: Findings) {
    guard var table = TableReader(element, "resource", findings) else { return }
    guard resources.count < Self.most else {
      return findings.complain(element.range, "there are \(Self.most) lists already")
    }
    guard let name = table.required("name"), let path = table.required("path") else { return }
    if let place = places[name.text] {
      return findings.complain(
        name.range, "there is a list `\(resources[place].name)` already; [[extend]] adds to it")
    }
    if let flaw = words.flaw(ofList: name.text) { findings.complain(name.range, flaw) }
    let reader = ResourceReader(findings: findings, resources: resources)
    guard let resource = reader.resource(called: name.text, at: path, &table) else { return }
    places[resource.name] = resources.count
    resources.append(resource)
  }

  private mutating func extend(_ element: TOML.Element, _ findings: Findings) {
    guard var table = TableReader(element, "extend", findings) else { return }
    guard let name = table.required("name") else { return }
    guard let place = places[name.text] else {
      return findings.complain(
        name.range,
        "unknown list `\(name.text)`\(didYouMean(name.text, in: resources.map(\.name)))")
    }
    let reader = ResourceReader(findings: findings, resources: resources)
    resources[place] = reader.extended(resources[place], &table)
  }
}

/// What somebody meant, for the end of a sentence.
func didYouMean(_ word: String, in known: [String]) -> String {
  Spelling.nearest(to: word, in: known).map { "; did you mean `\($0)`?" } ?? ""
}
