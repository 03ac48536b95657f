import DialLanguage

/// The definitions and files that a text stands in, the outermost first.
struct Way {
  /// How many uses of definitions and files a statement may come to, those inside of others among
  /// them.
  static let mostCalls = 1_000
  /// How many definitions and files may stand in each other.
  static let deepest = 100
  /// How many files may stand in each other.
  static let mostFiles = 20

  private var names: [String] = []
  private let calls = Count()

  /// Shared by all planners of a statement.
  private final class Count {
    var value = 0
  }

  var isEmpty: Bool { names.isEmpty }

  /// How deep it is.
  var length: Int { names.count }

  /// Counts the calls anew.
  func restart() { calls.value = 0 }

  /// Goes into a definition or a file.
  ///
  /// - Throws: a ``Rejection`` at `range` for one that it is in already.
  mutating func enter(_ name: String, at range: SourceRange) throws(Rejection) {
    try refuse(name, at: range)
    guard names.count < Self.deepest else {
      throw Rejection(
        Diagnostic(
          at: range, "definitions may stand in each other \(Self.deepest) deep, not deeper"))
    }
    names.append(name)
  }

  /// Refuses a definition or a file that it is in already.
  ///
  /// - Throws: a ``Rejection`` at `range`, which tells the way.
  func refuse(_ name: String, at range: SourceRange) throws(Rejection) {
    guard !names.contains(name) else {
      let way = (names.drop { $0 != name } + [name]).map { "`\($0)`" }.joined(separator: " → ")
      throw Rejection(Diagnostic(at: range, "`\(name)` reaches itself: \(way)"))
    }
  }

  /// Counts a use of a definition, or of a file.
  ///
  /// - Throws: a ``Rejection`` at `range` for one too many.
  func countUse(of what: String, at range: SourceRange) throws(Rejection) {
    calls.value += 1
    guard calls.value <= Self.mostCalls else {
      throw Rejection(
        Diagnostic(
          at: range, "\(what) may be used \(Self.mostCalls) times in a statement, not more"))
    }
  }
}
