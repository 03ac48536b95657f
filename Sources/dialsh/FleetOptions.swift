import ArgumentParser
import DialPipeline
import DialShell

/// How the lists of several accounts are read.
struct FleetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many lists of several accounts are read at a time (default: 16).", valueName: "n"))
  var concurrency: Int?

  @Option(
    help: ArgumentHelp(
      "The most requests, as 20/s or 600/m; of a shard, its part of them.", valueName: "n/s"))
  var rate: String?

  @Option(
    help: ArgumentHelp(
      "Read one part of several accounts: 3/10 is the third of ten.", valueName: "i/n"))
  var shard: String?

  @Option(
    help: ArgumentHelp(
      "Read just the accounts of a ledger of `errors=`, and put their rows into the file.",
      valueName: "ledger"))
  var retryFailed: String?

  @Flag(help: "End a run over several accounts at the first that can't be read.")
  var strict = false

  func validate() throws {
    guard concurrency ?? 1 >= 1 else {
      throw ValidationError("--concurrency takes a whole number of 1 or more")
    }
    guard shard == nil || retryFailed == nil else {
      throw ValidationError("--retry-failed reads every account of its ledger; leave out --shard")
    }
    if let rate, RequestRate(rate) == nil {
      throw ValidationError("--rate takes a number of requests, as 20/s or 600/m; found `\(rate)`")
    }
    if let shard, Shard(shard) == nil {
      throw ValidationError(
        "--shard takes a part and how many there are, as 3/10; found `\(shard)`")
    }
  }

  /// Which part is read.
  var fanOut: FanOutOptions {
    var options = FanOutOptions()
    options.shard = shard.flatMap { Shard($0) }
    return options
  }

  /// The accounts that alone are read; `nil` where the ledger lists none.
  ///
  /// - Throws: `ConfigurationError` for a file that can't be read, `NoLedger` for one that is none.
  func failedAccounts(in path: String) throws -> FailedAccounts? {
    try FailedAccounts(reading: try TextFile.read(path), of: path)
  }

  /// The settings of a session that begins with these options.
  func applied(to settings: Settings) -> Settings {
    var settings = settings
    if let concurrency { settings.concurrency = concurrency }
    if let rate { settings.rate = RequestRate(rate) }
    if strict { settings.strict = true }
    return settings
  }
}

extension Shard {
  /// Reads `3/10`; `nil` for what is no part.
  init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number, of: count)
  }
}
