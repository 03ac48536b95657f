/// Why a sandbox could not be set up.
package enum SandboxError: Error, Sendable, Hashable {
  case unknownFault(String)
  case badRate(String)
  case noAccounts
  case negativeNumbers(Int)
  case tooMany(Int)
  case badKey
  case portInUse(Int)
  case badPort(Int)
  case notASandboxDatabase(path: String)
  case otherFormat(path: String, found: Int, expected: Int)
  case otherCatalog(path: String)
  /// The file was made with another value of the option.
  case otherOption(path: String, name: String, found: String, wanted: String)
  case brokenItem(path: String, list: String, position: Int)
  case database(path: String, message: String)
  case noDatabasePath
  case databaseIsAFolder(path: String)
}

extension SandboxError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownFault(let name):
      """
      there is no fault `\(name)`; the faults are \
      \(Fault.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      """
    case .badRate(let text):
      "`\(text)` is not a rate; a rate is a number from 0 to 1, or a count as 3x"
    case .noAccounts: "a sandbox has at least one account"
    case .negativeNumbers(let count): "an account can't have \(count) numbers"
    case .tooMany(let most): "a sandbox holds up to \(most) accounts, and as many numbers in one"
    case .badKey: "the sandbox's key begins with `sk_test_` or `sk_live_`"
    case .portInUse(let port): "port \(port) of 127.0.0.1 is in use"
    case .badPort(let port): "\(port) is not a port; ports are 0 to 65535"
    case .notASandboxDatabase(let path): "`\(path)` is not a database of the sandbox"
    case .otherFormat(let path, let found, let expected):
      "`\(path)` has format \(found) of the sandbox's databases; this program reads \(expected)"
    case .otherCatalog(let path):
      "`\(path)` was made for other lists or fields; delete it, and it is made anew"
    case .otherOption(let path, let name, let found, let wanted):
      "`\(path)` was made with \(name) \(found), not \(wanted)"
    case .brokenItem(let path, let list, let position):
      "`\(path)` holds no item at position \(position) of \(list)"
    case .noDatabasePath: "a database has a path, and this one is empty"
    case .databaseIsAFolder(let path): "`\(path)` is a folder, and a database is a file"
    case .database(let path, let message): "`\(path)`: \(message)"
    }
  }
}
