import DialStack
import DialTestSupport
import Testing

/// What holds for every resource: the program relies on it without a check of its own.
@Suite struct CatalogTests {
  /// A resource and the catalog that it stands in.
  struct Entry: Sendable, CustomTestStringConvertible {
    let catalog: Catalog
    let resource: Resource
    var testDescription: String { resource.name }
  }

  private static let entries = [Catalog.standard, .madeUp].flatMap { catalog in
    catalog.resources.map { Entry(catalog: catalog, resource: $0) }
  }

  @Test(arguments: ["standard", "made up"])
  func resourcesAreToldApart(_ name: String) {
    let catalog = name == "standard" ? Catalog.standard : .madeUp
    let names = catalog.resources.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(catalog.unavailable.isDisjoint(with: names))
    #expect(Set(catalog.resources.map(\.path)).count == names.count)
    #expect(catalog.resources.count { $0.holdsAccounts } == 1)
    let prefixes = catalog.resources.flatMap(\.idPrefixes)
    #expect(Set(prefixes).count == prefixes.count)
  }

  @Test(arguments: entries)
  func theKeyTellsRowsApart(_ entry: Entry) throws {
    let resource = entry.resource
    guard resource.paging != .object else { return }
    let key = resource.field(named: resource.key)
    // What comes whole is never read from a row on, so that a row may lack it.
    #expect(key?.presence == .always || resource.paging == .whole && key?.presence == .optional)
    #expect(key?.kind == .id || resource.idPrefixes.isEmpty)
    #expect([.id, .text, .integer, .phone].contains(key?.kind))
  }

  @Test(arguments: entries)
  func whatNamesAFieldNamesOneOfItems(_ entry: Entry) throws {
    let resource = entry.resource
    let items = Set(resource.itemFields.map(\.name))
    #expect(items.count == resource.itemFields.count)
    #expect(items.isSuperset(of: resource.essentials))
    let fields = Set(resource.fields.map(\.name))
    #expect(fields.isSuperset(of: resource.filters.map(\.field)))
    let lists = resource.filters.compactMap(\.list)
    #expect(lists.allSatisfy { resource.field(named: $0)?.kind == .list })
    #expect(items.isSuperset(of: resource.searches.flatMap(\.fields)))
    #expect(items.isSuperset(of: resource.formatColumns.map(\.field)))
    #expect(resource.order.field.map(items.contains) ?? true)
    #expect(
      resource.order.timeField.map { resource.field(named: $0)?.kind == .time } ?? true)
    #expect(
      resource.fields.filter { $0.presence == .inPath }.allSatisfy { field in
        resource.parents.contains { $0.field == field.name }
      })
    let queried = resource.fields.filter { $0.presence == .inQuery }.map(\.name)
    #expect(queried.allSatisfy { resource.filter(on: $0, by: .equal) != nil })
    #expect(resource.askedBy.allSatisfy { resource.filter(on: $0, by: .among) != nil })
  }

  @Test(arguments: entries)
  func parametersHaveOneMeaning(_ entry: Entry) throws {
    let resource = entry.resource
    let parameters = resource.filters.map(\.parameter) + resource.searches.map(\.parameter)
    #expect(Set(parameters).count == parameters.count)
    #expect(Set(parameters).isDisjoint(with: ["limit", "page"]))
    #expect(resource.sizeParameter.map { !parameters.contains($0) } ?? true)
    for filter in resource.filters where ![.equal, .among].contains(filter.comparison) {
      let kind = resource.field(named: filter.field)?.kind
      #expect([.time, .integer, .decimal].contains(kind), "\(filter.parameter)")
    }
    for search in resource.searches {
      let kinds = search.fields.map { resource.field(named: $0)?.kind }
      #expect(Set(kinds) == [search.subject == .text ? .text : .phone], "\(search.parameter)")
    }
  }

  @Test(arguments: entries)
  func parentsLeadToListsOfTheCatalog(_ entry: Entry) throws {
    let resource = entry.resource
    for parent in resource.parents {
      guard let relation = resource.field(named: parent.field)?.relation else {
        // Only what has a parent with a list can have one without.
        #expect(parent != resource.parents.first)
        continue
      }
      #expect(!relation.lists.isEmpty && relation.lists.allSatisfy { entry.catalog[$0] != nil })
    }
  }

  @Test(arguments: entries)
  func trapsAreSentencesAboutFieldsThatThereAre(_ entry: Entry) {
    for trap in entry.resource.traps {
      if case .field(let name) = trap.place {
        #expect(entry.resource.itemFields.contains { $0.name == name }, "\(name)")
      }
      #expect(!trap.text.isEmpty && !trap.text.hasSuffix("."), "\(trap.text)")
    }
  }

  /// A path takes the alias of its first key alone.
  @Test(arguments: entries)
  func onlyKeysOfItemsHaveAnAlias(_ entry: Entry) {
    let inner = entry.resource.fields.flatMap(\.fields).flatMap(\.withInner)
    #expect(inner.filter { $0.alias != nil } == [])
  }

  @Test func relationsLeadToListsOfTheCatalog() {
    let fields = Catalog.standard.resources.flatMap(\.fields).flatMap(\.withInner)
    let lists = Set(fields.flatMap { $0.relation?.lists ?? [] })
    #expect(lists.filter { Catalog.standard[$0] == nil } == [])
  }

  @Test(arguments: entries)
  func examplesAreValuesOfTheirFields(_ entry: Entry) {
    for field in entry.resource.fields.flatMap(\.withInner) {
      switch field.kind {
      case .choice: #expect(field.choices.contains(field.example), "\(field.name)")
      case .integer, .seconds: #expect(Int(field.example) != nil, "\(field.name)")
      case .decimal: #expect(Double(field.example) != nil, "\(field.name)")
      case .boolean: #expect(Bool(field.example) != nil, "\(field.name)")
      case .phone: #expect(field.example.hasPrefix("+"), "\(field.name)")
      case .time: #expect(field.example.hasSuffix("Z"), "\(field.name)")
      case .list: #expect(field.example.hasPrefix("["), "\(field.name)")
      case .object: #expect(field.example.hasPrefix("{"), "\(field.name)")
      case .text, .id: #expect(!field.example.isEmpty, "\(field.name)")
      }
    }
  }
}

extension Field {
  /// The field, and those that its values have inside.
  fileprivate var withInner: [Field] { [self] + fields.flatMap(\.withInner) }
}
