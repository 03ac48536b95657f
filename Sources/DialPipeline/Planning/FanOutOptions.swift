/// How the lists of several accounts are read.
package struct FanOutOptions: Sendable, Hashable {
  /// How many lists are read at a time, 1 or more. The default is 16.
  package var concurrency = 16
  /// Whether few rows may be all that is wanted: one list is read at the beginning, then twice as many
  /// with each that is done.
  package var startsGently = false
  /// Whether the first account that can't be read ends the run.
  package var isStrict = false
  /// The part of the accounts that is read; `nil` is all of them.
  package var shard: Shard?

  package init() {}
}
