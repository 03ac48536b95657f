/// How the lists of several accounts are read.
package struct FanOutOptions: Sendable, Hashable {
  /// How many lists are read at a time, 1 or more. The default is 16.
  package var concurrency = 16
  /// Whether the first account that can't be read ends the run.
  package var isStrict = false
  /// The part of the accounts that is read; `nil` is all of them.
  package var shard: Shard?

  package init() {}
}
