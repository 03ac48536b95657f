import DialRows
package import DialStack

/// Which streams of Singer there are, and which of them somebody wants.
package struct SingerCatalog: Sendable {
  /// The streams, in their order.
  package let streams: [SingerStream]

  /// A stream a list, but for those that come only for what would have to be known.
  package init(of catalog: Catalog) {
    streams = catalog.resources.filter(\.comesWhole).map { SingerStream(of: $0) }
  }

  /// What `--discover` prints, a stream a line.
  package var text: String {
    let entries = streams.map { $0.entry.jsonText }
    return "{\"streams\":[\n\(entries.joined(separator: ",\n"))\n]}\n"
  }

  /// The streams that a catalog selects, with the fields that it selects of each, in its order.
  ///
  /// - Parameters:
  ///   - json: the catalog, as `--discover` printed it and others have edited it.
  ///   - path: the file, for messages.
  /// - Throws: ``ConfigurationError`` for what is no catalog, and for streams that are none of these.
  package func selected(by json: Value, in path: String) throws(ConfigurationError)
    -> [SingerStream]
  {
    guard case .list = json.value(at: FieldPath("streams")) else {
      throw ConfigurationError("\(path) is no catalog of Singer: it has no list `streams`")
    }
    var selected: [SingerStream] = []
    for entry in json.value(at: FieldPath("streams")).items {
      let name = entry.text(at: "tap_stream_id") ?? entry.text(at: "stream")
      guard let name else { throw ConfigurationError("\(path): a stream has no `tap_stream_id`") }
      guard let stream = streams.first(where: { $0.name == name }) else {
        guard SingerSelection(of: entry).takes([]) else { continue }
        let known = streams.map { "`\($0.name)`" }.joined(separator: ", ")
        throw ConfigurationError("\(path): there is no stream `\(name)`; there are \(known)")
      }
      guard let stream = stream.selected(by: SingerSelection(of: entry)) else { continue }
      guard !selected.contains(where: { $0.name == name }) else {
        throw ConfigurationError("\(path): the stream `\(name)` is there twice")
      }
      selected.append(stream)
    }
    return selected
  }
}

/// What a catalog says of the fields of a stream, each by the way to it in the schema.
package struct SingerSelection: Sendable {
  private let chosen: [[String]: Bool]

  /// Reads the `metadata` of an entry.
  ///
  /// `inclusion` counts before `selected`, and that before `selected-by-default`; what nothing is said
  /// of is left out.
  init(of entry: Value) {
    var chosen: [[String]: Bool] = [:]
    for item in entry.value(at: FieldPath("metadata")).items {
      let breadcrumb = item.value(at: FieldPath("breadcrumb")).items.map(\.string)
      let metadata = item.value(at: FieldPath("metadata"))
      switch metadata.text(at: "inclusion") {
      case "unsupported": chosen[breadcrumb] = false
      case "automatic": chosen[breadcrumb] = true
      default:
        chosen[breadcrumb] =
          metadata.flag(at: "selected") ?? metadata.flag(at: "selected-by-default") ?? false
      }
    }
    self.chosen = chosen
  }

  /// Whether what a breadcrumb leads to is wanted; none leads to the stream itself.
  func takes(_ breadcrumb: [String]) -> Bool { chosen[breadcrumb] ?? false }
}

extension Value {
  /// The text at a key; `nil` where there is none.
  func text(at name: String) -> String? {
    if case .text(let text) = value(at: FieldPath([name])) { text.string } else { nil }
  }

  /// What a key says; `nil` where there is no true or false.
  func flag(at name: String) -> Bool? {
    if case .boolean(let flag) = value(at: FieldPath([name])) { flag } else { nil }
  }
}
