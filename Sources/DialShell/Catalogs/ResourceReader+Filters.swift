import DialPipeline
import DialStack

// What the server is known to filter and to search.
extension ResourceReader {
  /// A filter takes the place of one with the same parameter, or with the same field and comparison.
  func changeFilters(of resource: inout Resource, by table: inout TableReader) {
    var filters = resource.filters.filter { filter in
      resource.field(named: filter.field).map { filter.comparison.suits($0.kind) } ?? false
    }
    var given: [Filter] = []
    for element in table.elements("filter") {
      guard let (filter, range) = filter(element, of: resource) else { continue }
      guard !given.contains(where: filter.replaces) else {
        findings.complain(range, "`\(filter.parameter)` is there twice")
        continue
      }
      given.append(filter)
      filters.removeAll(where: filter.replaces)
      filters.append(filter)
    }
    resource.filters = filters
  }

  private func filter(_ element: TOML.Element, of resource: Resource)
    -> (filter: Filter, range: Range<Int>)?
  {
    var table: TableReader
    if case .text = element.value {
      let parameter = TOML.Entry(key: "parameter", element: element, range: element.range)
      table = TableReader([parameter], at: element.range, findings)
    } else if let read = TableReader(element, "filter", findings) {
      table = read
    } else {
      return nil
    }
    let parameter = parameter(&table)
    let name = table.text("field") ?? parameter
    let comparison = table.meaning("comparison", of: Filter.Comparison.words) ?? .equal
    let isWider = table.flag("wider") ?? false
    table.refuseOthers()
    guard let parameter, let name, let field = fieldAnywhere(name, of: resource) else { return nil }
    guard comparison.suits(field.kind) else {
      findings.complain(
        table.place(of: "comparison"),
        "`\(name.text)` is \(field.kind.phrase), which `\(comparison.word)` does not compare")
      return nil
    }
    return (
      Filter(parameter.text, on: name.text, by: comparison, isWider: isWider), parameter.range
    )
  }

  private func parameter(_ table: inout TableReader) -> LocatedText? {
    guard let parameter = table.required("parameter") else { return nil }
    guard parameter.text.isParameterName else {
      findings.complain(
        parameter.range,
        "`\(parameter.text)` is no parameter of a filter: it has letters, digits and `_`, and "
          + "`limit` and `page` are taken")
      return nil
    }
    return parameter
  }

  /// The field of a name, a dot leading into objects.
  private func fieldAnywhere(_ name: LocatedText, of resource: Resource) -> Field? {
    resource.field(named: name.text) ?? field(name, in: resource.fields)
  }

  /// A search takes the place of one with the same parameter.
  func changeSearches(of resource: inout Resource, by table: inout TableReader) {
    for element in table.elements("search") {
      guard var search = TableReader(element, "search", findings) else { continue }
      let parameter = parameter(&search)
      let names = search.texts("fields")
      let subject = search.meaning("subject", of: Search.Subject.words) ?? .text
      search.refuseOthers()
      guard let names, !names.isEmpty else {
        findings.complain(search.place(of: "fields"), "a search has `fields`, as [\"name\"]")
        continue
      }
      let fields = names.compactMap { fieldAnywhere($0, of: resource) }
      if let nested = fields.first(where: \.kind.isNested) {
        findings.complain(
          search.place(of: "fields"), "nothing is searched in \(nested.kind.phrase)")
      }
      guard let parameter else { continue }
      resource.searches.removeAll { $0.parameter == parameter.text }
      resource.searches.append(Search(parameter.text, in: names.map(\.text), for: subject))
    }
  }
}

extension Filter {
  fileprivate func replaces(_ other: Filter) -> Bool {
    parameter == other.parameter || field == other.field && comparison == other.comparison
  }
}

extension Filter.Comparison {
  fileprivate static let words: [(word: String, meaning: Filter.Comparison)] = [
    ("equal", .equal), ("at_least", .atLeast), ("below", .below), ("present", .present),
  ]

  fileprivate var word: String { Self.words.first { $0.meaning == self }?.word ?? "" }

  /// Whether values of a kind are compared so.
  fileprivate func suits(_ kind: FieldKind) -> Bool {
    switch self {
    case .equal, .among: !kind.isNested
    case .atLeast, .below: kind == .time || kind.isNumber
    case .present: true
    }
  }
}

extension Search.Subject {
  fileprivate static let words: [(word: String, meaning: Search.Subject)] = [
    ("text", .text), ("digits", .digits),
  ]
}
