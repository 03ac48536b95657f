import DialLanguage
import DialStack
import TerminalText

/// The text of `describe`: what is known of a resource, and what was seen of it.
struct ResourcePage {
  let resource: Resource
  let seen: Seen

  /// How many values of a field are told with their counts.
  private static let mostValues = 6

  var text: String {
    """
    \(resource.name)
      \(resource.summary) \(scope)
      GET \(resource.path), newest first by \(resource.newestFirstBy)

    fields
    \(HelpPage.table(resource.fields.flatMap { rows(for: $0, under: "") }))\(legend)
    \(unknownKeys)filters of the API
    \(filters.isEmpty ? "  none; every condition is checked here\n" : HelpPage.table(filters))
    relations
    \(HelpPage.table(relations))
    example
      \(example)

    """
  }

  /// What the numbers behind values are, where there are any.
  private var legend: String {
    let isSeen = resource.fields.contains { !seen.values(of: $0.name, in: resource.name).isEmpty }
    return isSeen ? "\n  behind a value stands how often it was seen in this session\n" : ""
  }

  private var scope: String {
    switch resource.scope {
    case .platform: "The list is the platform's: no account is needed."
    case .account: "The list is an account's: `use acct_…` chooses it."
    }
  }

  private var filters: [(String, String)] {
    resource.filters.map { ("\($0.field) =", "as the parameter `\($0.parameter)`") }
  }

  /// Keys that answers had and the catalog has not.
  private var unknownKeys: String {
    let keys = seen.unknownKeys(of: resource.name)
    guard !keys.isEmpty else { return "" }
    let rows = keys.map { (".\($0.name.visible)", "\($0.kind), as first seen in this session") }
    return "keys that the catalog doesn't know\n\(HelpPage.table(rows))\n"
  }

  private var relations: [(String, String)] {
    let owner =
      resource.scope == .account
      ? [("account", "the one of `use`; `accounts` lists them")] : []
    return owner
      + resource.fields.filter { !$0.refersTo.isEmpty }.map {
        ($0.name, "→ \($0.refersTo.joined(separator: ", "))")
      }
  }

  /// A line that runs, by a filter of the API where there is one.
  private var example: String {
    let filter = resource.filters.lazy.compactMap { filter in
      resource.field(named: filter.field).map { "\(filter.field)=\($0.example)" }
    }.first
    return resource.name + (filter.map { " where \($0)" } ?? "") + " | limit 5 | export csv"
  }

  private func rows(for field: Field, under path: String) -> [(String, String)] {
    let name = path + field.name
    let row = (name, "\(field.kind.rawValue): \(field.summary)\(values(of: field, name))")
    return [row] + field.fields.flatMap { rows(for: $0, under: "\(name).") }
  }

  /// The known values in the catalog's order, then those that only the API knows, with how
  /// often each was seen.
  private func values(of field: Field, _ name: String) -> String {
    let counts = seen.values(of: name, in: resource.name)
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
