import DialStack
import DialTestSupport
import Testing

/// What holds for every resource: the program relies on it without a check of its own.
@Suite struct CatalogTests {
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

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func theKeyTellsRowsApart(_ name: String) throws {
    let resource = try #require(Catalog.madeUp[name])
    guard resource.paging != .object else { return }
    let key = resource.field(named: resource.key)
    #expect(key?.presence == .always)
    #expect((key?.kind == .id) == !resource.idPrefixes.isEmpty)
    #expect([.id, .text, .integer, .phone].contains(key?.kind))
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func whatNamesAFieldNamesOneOfItems(_ name: String) throws {
    let resource = try #require(Catalog.madeUp[name])
    let items = Set(resource.itemFields.map(\.name))
    #expect(items.count == resource.itemFields.count)
    #expect(items.isSuperset(of: resource.essentials))
    #expect(items.isSuperset(of: resource.filters.map(\.field)))
    #expect(items.isSuperset(of: resource.searches.flatMap(\.fields)))
    #expect(items.isSuperset(of: resource.formatColumns.map(\.field)))
    #expect(resource.order.field.map(items.contains) ?? true)
    #expect(
      resource.order.timeField.map { resource.field(named: $0)?.kind == .time } ?? true)
    #expect(
      resource.fields.filter { $0.presence == .inPath }.allSatisfy { field in
        resource.parents.contains { $0.field == field.name }
      })
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func parametersHaveOneMeaning(_ name: String) throws {
    let resource = try #require(Catalog.madeUp[name])
    let parameters = resource.filters.map(\.parameter) + resource.searches.map(\.parameter)
    #expect(Set(parameters).count == parameters.count)
    #expect(Set(parameters).isDisjoint(with: ["limit", "page"]))
    for filter in resource.filters where filter.comparison != .equal {
      let kind = resource.field(named: filter.field)?.kind
      #expect([.time, .integer, .decimal].contains(kind), "\(filter.parameter)")
    }
    for field in resource.searches.flatMap(\.fields) {
      #expect(resource.field(named: field)?.kind == .text)
    }
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func parentsLeadToListsOfTheCatalog(_ name: String) throws {
    let resource = try #require(Catalog.madeUp[name])
    for parent in resource.parents {
      let lists = resource.field(named: parent.field)?.relation?.lists ?? []
      #expect(!lists.isEmpty && lists.allSatisfy { Catalog.madeUp[$0] != nil })
    }
  }

  @Test(arguments: Catalog.madeUp.resources.map(\.name))
  func examplesAreValuesOfTheirFields(_ name: String) throws {
    let resource = try #require(Catalog.madeUp[name])
    for field in resource.fields {
      switch field.kind {
      case .choice: #expect(field.choices.contains(field.example), "\(field.name)")
      case .integer, .seconds: #expect(Int(field.example) != nil, "\(field.name)")
      case .decimal: #expect(Double(field.example) != nil, "\(field.name)")
      case .boolean: #expect(Bool(field.example) != nil, "\(field.name)")
      case .phone: #expect(field.example.hasPrefix("+"), "\(field.name)")
      case .time: #expect(field.example.hasSuffix("Z"), "\(field.name)")
      case .text, .id, .object, .list: #expect(!field.example.isEmpty, "\(field.name)")
      }
    }
  }
}
