package import DialStack

/// Whose lists a plan asks for.
///
/// The run finds out which accounts that are.
package indirect enum AccountSelection: Sendable {
  /// Nobody's: the list belongs to the platform.
  case none
  case one(Account.ID)
  case several([Account.ID])
  /// Every account that the key can read, by the list of them.
  case all(in: Resource)
  /// The accounts whose ids stand in the first column of a pipeline's rows.
  case rows(of: Plan)

  /// Whether there is none.
  package var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// Whether there may be several, so that rows have to tell whose they are.
  package var mayBeMany: Bool {
    switch self {
    case .none, .one: false
    case .several, .all, .rows: true
    }
  }

  /// The account that was chosen, or none.
  package init(_ account: Account.ID?) {
    self = account.map { .one($0) } ?? .none
  }

  /// The accounts that were chosen, each once.
  package init(_ accounts: [Account.ID]) {
    var known: Set<Account.ID> = []
    let accounts = accounts.filter { known.insert($0).inserted }
    self = accounts.count == 1 ? .one(accounts[0]) : accounts.isEmpty ? .none : .several(accounts)
  }

  /// The account, where it is known before the run that there is just one.
  package var single: Account.ID? {
    switch self {
    case .one(let account): account
    case .none, .several, .all, .rows: nil
    }
  }

  /// What tells it from other selections.
  package var identity: String {
    switch self {
    case .rows(let plan): "(\(plan.identity))"
    case .none, .one, .several, .all: text ?? ""
    }
  }

  /// Which accounts they are, in words; `nil` where there is none.
  package var text: String? {
    switch self {
    case .none: nil
    case .one(let account): account.description
    case .several(let accounts): accounts.map(\.description).joined(separator: ", ")
    case .all: "every account of the platform"
    case .rows: "those that the pipeline of `use` gives"
    }
  }
}
