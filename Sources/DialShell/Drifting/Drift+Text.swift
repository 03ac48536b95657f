import DialPipeline
import DialStack
import TerminalText

// What people read.
extension Drift {
  /// The most values of a choice that a line shows.
  private static let shownValues = 5

  /// A line for the list, and one for each difference.
  var text: String {
    let lines = differences.map { ($0.shownPath.visible, $0.phrase(shownValues: Self.shownValues)) }
    return "\(headline)\n\(TwoColumns.text(lines, indent: 2))\(namelessText)"
  }

  private var headline: String {
    guard rows > 0 else { return "\(resource.name): no rows to compare" }
    let count =
      switch differences.count {
      case 0: "as the catalog says"
      case 1: "1 difference"
      case let count: "\(count) differences"
      }
    return "\(resource.name): \(Messages.rows(rows)), \(count)"
  }

  private var namelessText: String {
    guard !nameless.isEmpty else { return "" }
    let names = nameless.prefix(Self.shownValues).map { "`\($0.prefix(64))`".visible }
    let more = nameless.count - names.count
    return "  not counted, since no field can be called so: \(names.joined(separator: ", "))"
      + (more > 0 ? " and \(more) more" : "") + "\n"
  }
}

extension Drift.Difference {
  func phrase(shownValues: Int) -> String {
    switch fact {
    case .unknownKey(let kinds, let count, let example, let isSecret):
      let value = isSecret ? ", as •••" : example.flatMap(SecretLook.shown).map { ", as \($0)" }
      return "unknown key: \(kinds.phrase) in \(share(count))\(value ?? "")"
    case .otherKind(let kind, let seen, let count), .otherItems(let kind, let seen, let count):
      let others = seen.filter { !kind.mayHave($0) }
      let items = count == 1 ? "1 item" : "\(count) items"
      let place = if case .otherItems = fact { items } else { share(count) }
      return "\(others.phrase) where \(kind.rawValue) is expected, in \(place)"
    case .unknownValues(let values, let count):
      let shown = values.prefix(shownValues).map { "`\($0)`" }.joined(separator: ", ")
      let more = values.count > shownValues ? " and \(values.count - shownValues) more" : ""
      return "unknown value\(values.count == 1 ? "" : "s") \(shown)\(more) in \(share(count))"
    case .unlistableValues: return "more values than a choice has, or none that a list can hold"
    case .missing(let count, _): return "missing in \(share(count))"
    case .null(let count, _): return "null in \(share(count))"
    case .order(let order, let count):
      let phrase = order.phrase.map { "not \($0)" } ?? "not in order"
      return "\(phrase): \(Messages.rows(count)) out of place"
    }
  }

  private func share(_ count: Int) -> String { "\(count) of \(total)" }
}

extension [FieldKind] {
  /// `text and integer`; null where no value was anything else.
  fileprivate var phrase: String {
    isEmpty ? "null" : map(\.rawValue).joined(separator: " and ")
  }
}
