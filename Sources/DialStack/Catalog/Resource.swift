/// What the program knows of one list of the API.
///
/// The SDK, the language and the sandbox all read it from ``Catalog``: a new
/// resource is one more value there.
package struct Resource: Sendable, Hashable {
  /// Whose rows a list holds.
  package enum Scope: Sendable, Hashable {
    /// The platform's; no account is named in the request.
    case platform
    /// One account's, named by the `DialStack-Account` header.
    case account
    /// One account's where the header names one, else the platform's own.
    case either
  }

  /// How a list is cut into answers.
  package enum Paging: Sendable, Hashable {
    /// Into pages, by the parameters `limit` and `page`.
    case pages
    /// Not at all: everything comes in one body.
    case whole
    /// Not at all: so many rows come as the parameter says, 1 to 100, and there is no way to more.
    case counted(by: String)
    /// It is no list: the answer is one object.
    case object
  }

  /// The word of the language: `numbers`.
  package var name: String
  /// What one row is called: `number`.
  package var singular: String
  /// One sentence for `help`.
  package var summary: String
  /// The collection's path: `/v1/phone-numbers`.
  package var path: PathTemplate
  /// What the parameters of the path stand for, in their order.
  package var parents: [Parent]
  package var scope: Scope
  /// Whether its rows are the accounts that other lists belong to.
  package var holdsAccounts: Bool
  /// The field that tells rows apart. The default is `id`.
  package var key: String
  /// What ids of this resource begin with, without the underscore: `did`. None where the key is
  /// no id.
  package var idPrefixes: [String]
  /// The fields in the order of the columns.
  package var fields: [Field]
  /// The names of the fields that a narrow screen shows, the most important first.
  package var essentials: [String]
  /// The filters that the server is known to apply.
  package var filters: [Filter]
  /// The searches that the server is known to apply.
  package var searches: [Search]
  /// The fields by one of whose filters the list must be asked, and by no two; none where it comes
  /// unasked.
  package var askedBy: [String]
  /// What comes in full where a request asks for it.
  package var expansions: [ResourceExpansion]
  package var paging: Paging
  /// Whether one item can be read by its key, at the path of the list and the key behind it.
  package var readsItems: Bool
  /// Whether 404 only says that there is none.
  package var mayBeMissing: Bool
  package var order: ListOrder
  /// How many seconds after the time that it comes by a row no longer changes; `nil` where it may change
  /// at any time.
  package var settling: Int?
  /// What to know before a figure is believed.
  package var traps: [Trap]
  /// Since when the API has the list; servers may be older.
  package var since: APIStep
  /// What `format` makes of the rows; none where it rewrites the columns in place.
  package var formatColumns: [FormatColumn]

  /// - Precondition: `parents` names the parameters of `path`.
  package init(
    name: String, singular: String, summary: String, path: PathTemplate, parents: [Parent] = [],
    scope: Scope, holdsAccounts: Bool = false, key: String = "id", idPrefixes: [String] = [],
    fields: [Field], essentials: [String], filters: [Filter] = [], searches: [Search] = [],
    askedBy: [String] = [], expansions: [ResourceExpansion] = [], paging: Paging = .pages,
    readsItems: Bool = true, mayBeMissing: Bool = false, order: ListOrder,
    settling: Int? = nil,
    formatColumns: [FormatColumn] = [], traps: [Trap] = [], since: APIStep = .v3_0
  ) {
    precondition(
      parents.map(\.parameter) == path.parameters, "`\(path)` has other parameters than parents")
    self.name = name
    self.singular = singular
    self.summary = summary
    self.path = path
    self.parents = parents
    self.scope = scope
    self.holdsAccounts = holdsAccounts
    self.key = key
    self.idPrefixes = idPrefixes
    self.fields = fields
    self.essentials = essentials
    self.filters = filters
    self.searches = searches
    self.askedBy = askedBy
    self.expansions = expansions
    self.paging = paging
    self.readsItems = readsItems && paging != .object
    self.mayBeMissing = mayBeMissing
    self.order = order
    self.settling = settling
    self.traps = traps
    self.since = since
    self.formatColumns = formatColumns
  }

  /// The field called `name`, a dot leading into objects: `config.timezone`.
  package func field(named name: String) -> Field? {
    var fields = fields
    var found: Field?
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      guard let next = fields.first(where: { $0.name == part }) else { return nil }
      found = next
      // What is in a list has no place of its own.
      fields = next.kind == .object ? next.fields : []
    }
    return found
  }

  /// The fields that items have, in the order of the columns.
  package var itemFields: [Field] { fields.filter(\.presence.isInItems) }

  /// The fields of items, the most important first: the essential ones, the others as they stand,
  /// and last those that hold many values.
  package var fieldsByImportance: [Field] {
    let first = essentials.compactMap { name in fields.first { $0.name == name } }
    let others = itemFields.filter { !essentials.contains($0.name) }
    return first + others.filter { !$0.kind.isNested } + others.filter { $0.kind.isNested }
  }

  /// The parameter that says how many rows an answer has; `nil` where none does.
  package var sizeParameter: String? {
    switch paging {
    case .pages: "limit"
    case .counted(let parameter): parameter
    case .whole, .object: nil
    }
  }

  /// Whether all of its rows come without a word about which.
  package var comesWhole: Bool {
    switch paging {
    case .pages, .whole: parents.isEmpty && askedBy.isEmpty
    case .counted, .object: false
    }
  }

  /// The way to the field that tells rows apart.
  package var keyPath: FieldPath {
    FieldPath(key, alias: field(named: key)?.alias)
  }

  /// The filter that hands `comparison` on `field` to the server.
  package func filter(on field: String, by comparison: Filter.Comparison) -> Filter? {
    filters.first { $0.field == field && $0.comparison == comparison }
  }
}
