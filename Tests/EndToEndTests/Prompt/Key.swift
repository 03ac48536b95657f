/// What keys send.
enum Key {
  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let controlL = "\u{C}"
  static let controlR = "\u{12}"
  static let controlU = "\u{15}"
  static let controlZ = "\u{1A}"
  static let up = "\u{1B}[A"
  static let right = "\u{1B}[C"
  static let tab = "\t"
  static let enter = "\r"
  static let backspace = "\u{7F}"
}

/// The account of the documents, and the prompt once it is chosen.
enum Known {
  static let account = "acct_01h2xcejqtf2nbrexx3vqjhp41"
  static let chosen = "[test] acct_01h2…hp41>"
  /// What `use` says of it.
  static let introduction = "\(account) is Harbor Vet, times in America/New_York"
}

extension Program {
  /// The program with a key for a sandbox, and a home of its own.
  static func atThePrompt(_ variables: [String: String] = [:]) throws -> Program {
    var program = try Program()
    program.variables = ["DIALSTACK_API_KEY": "sk_test_1"].merging(variables) { $1 }
    return program
  }
}
