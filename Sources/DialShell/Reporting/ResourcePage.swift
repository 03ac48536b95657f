import DialPipeline
import DialStack
import TerminalText

/// The text of `describe`: what is known of a resource, and what was seen of it.
struct ResourcePage {
  let resource: Resource
  let catalog: Catalog
  let observed: ObservedValues

  /// How many values of a field are told with their counts.
  private static let mostValues = 6

  var text: String {
    """
    \(resource.name)
      \(resource.summary) \(scope)\(parents)\(ways)\(since(resource.since))
      GET \(resource.path)\(order)\(paging)

    fields
    \(HelpPage.table(resource.fields.flatMap { rows(for: $0, under: "") }))\(legend)
    \(unknownKeys)\(traps)filters of the API
    \(filters.isEmpty ? "  none; every condition is checked here\n" : HelpPage.table(filters))
    relations
    \(HelpPage.table(relations))
    \(objects)example
      \(example)

    """
  }

  /// What the numbers behind values are, where there are any.
  private var legend: String {
    let isSeen = resource.fields.contains {
      !observed.values(of: $0.name, in: resource.name).isEmpty
    }
    return isSeen ? "\n  behind a value stands how often it was seen in this session\n" : ""
  }

  private var paging: String {
    switch resource.paging {
    case .pages: ""
    case .whole: ", all in one answer"
    case .counted: ", as many as are asked for, \(Endpoint.largestPage) at most"
    case .object: ", one object" + (resource.mayBeMissing ? ", or none" : "")
    }
  }

  private var scope: String {
    switch resource.scope {
    case .platform: "The list is the platform's: no account is needed."
    case .account: "The list is an account's: `use acct_…` chooses it."
    case .either:
      "The list is the platform's, or that of the account that `use acct_…` chooses."
    }
  }

  private var order: String { resource.order.phrase.map { ", \($0)" } ?? "" }

  /// What the list belongs to besides an account.
  private var parents: String {
    guard !resource.parents.isEmpty else { return "" }
    let owners = resource.parents.map { resource.owner(by: $0, in: catalog) }
    return " It belongs to \(owners.joined(separator: " and "))."
  }

  /// What it must be asked by.
  private var ways: String {
    guard !resource.askedBy.isEmpty else { return "" }
    return " It is asked by `\(resource.askedBy.joined(separator: "` or by `"))`."
  }

  private var filters: [(String, String)] {
    resource.filters.map {
      (
        "\($0.field) \($0.comparison.sign)",
        "as the parameter `\($0.parameter)`\($0.comparison == .among ? ", once for each value" : "")"
      )
    }
      + resource.searches.map {
        (
          "\($0.fields.joined(separator: " or ")) \($0.subject == .text ? "~" : "=")",
          $0.subject == .text
            ? "letters and digits, in any case, as the parameter `\($0.parameter)`"
            : "digits of a number, as the parameter `\($0.parameter)`"
        )
      }
  }

  private func since(_ step: APIStep) -> String { step.phrase.map { " It is \($0)." } ?? "" }

  /// What to know before a figure is believed.
  private var traps: String {
    guard !resource.traps.isEmpty else { return "" }
    return "mind\n" + resource.traps.map { "  \($0.text)\n" }.joined() + "\n"
  }

  /// Keys that answers had and the catalog has not.
  private var unknownKeys: String {
    let keys = observed.unknownKeys(of: resource.name)
    guard !keys.isEmpty else { return "" }
    let rows = keys.map { (".\($0.name.visible)", "\($0.kind), as first seen in this session") }
    return "keys that the catalog doesn't know\n\(HelpPage.table(rows))\n"
  }

  /// What is read by an id.
  private var objects: String {
    guard resource.parents.isEmpty, let prefix = resource.idPrefixes.first else { return "" }
    let item = resource.readsItems ? [("\(prefix)_…", "one \(resource.singular), by its id")] : []
    let parts = catalog.parts(of: resource).map {
      ("\(prefix)_… \($0.shortName(under: resource))", $0.summary)
    }
    let rows = item + parts
    return rows.isEmpty ? "" : "by id\n\(HelpPage.table(rows))\n"
  }

  private var relations: [(String, String)] {
    let owner =
      resource.scope != .platform
      ? [("account", "the one of `use`; `\(catalog.accountListName)` lists them")] : []
    return owner
      + resource.fields.compactMap { field in
        field.relation.map { (field.name, "→ \($0.lists.joined(separator: ", "))") }
      }
  }

  /// A line that runs, by a filter of the API where there is one.
  private var example: String {
    let filter = resource.filters.first.flatMap { filter in
      condition(on: filter.field, filter.comparison.sign)
    }
    let parents = resource.parents.compactMap { condition(on: $0.field, "=") }
    let conditions = (parents + [filter].compactMap(\.self)).joined(separator: " and ")
    return resource.name + (conditions.isEmpty ? "" : " where \(conditions)")
      + " | limit 5 | export csv"
  }

  private func condition(on field: String, _ sign: String) -> String? {
    resource.field(named: field).map { found in
      sign == Filter.Comparison.present.sign
        ? "\(field) \(sign)" : "\(field)\(sign)\(found.example)"
    }
  }

  private func rows(for field: Field, under path: String) -> [(String, String)] {
    let name = path + field.name
    let asked = field.presence == .inQuery ? "; only asked for" : ""
    let row = (
      name,
      "\(field.kind.rawValue): \(field.summary)\(secret(field))\(newer(field))\(asked)"
        + values(of: field, name)
    )
    return [row]
      + field.fields.flatMap {
        rows(for: $0, under: field.kind == .list ? "\(name)[]." : "\(name).")
      }
  }

  private func newer(_ field: Field) -> String { field.since.phrase.map { "; \($0)" } ?? "" }

  private func secret(_ field: Field) -> String {
    switch field.sensitivity {
    case .secret: "; a secret"
    case .expiringLink(let minutes): "; a link for \(minutes) minutes"
    case nil: ""
    }
  }

  /// The known values in the catalog's order, then those that only the API knows, with how
  /// often each was seen.
  private func values(of field: Field, _ name: String) -> String {
    let counts = observed.values(of: name, in: resource.name)
    let known = field.choices.map { choice in
      let count = counts.first { $0.value == choice }?.count
      return count.map { "\(choice): \($0)" } ?? choice
    }
    let others = counts.filter { !field.choices.contains($0.value) }.prefix(Self.mostValues)
      .map { "\($0.value.visible): \($0.count)" }
    let all = known + others
    guard !all.isEmpty else { return "" }
    return " (\(all.joined(separator: ", ")))"
  }
}
