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

  /// The account, where it is known before the run that there is just one.
  package var single: Account.ID? {
    switch self {
    case .one(let account): account
    case .none, .several, .all, .rows: nil
    }
  }

  /// What `explain` says of it; `nil` where there is none.
  var text: String? {
    switch self {
    case .none: nil
    case .one(let account): account.description
    case .several(let accounts): accounts.map(\.description).joined(separator: ", ")
    case .all: "every account of the platform, one after the other"
    case .rows: "those that the pipeline gives, one after the other"
    }
  }
}
