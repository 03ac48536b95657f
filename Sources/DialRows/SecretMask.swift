package import DialStack

/// What nobody sees of the values of a field: all of it, or keys of objects in it.
package indirect enum SecretMask: Sendable, Hashable {
  case whole
  /// The secret keys of an object, or of each object in a list.
  case within([Key])

  /// A key, by its name or its deprecated one.
  package struct Key: Sendable, Hashable {
    let names: [String]
    let mask: SecretMask
  }

  /// What stands in place of a secret.
  package static let text = "•••"

  /// `nil` for a field without secrets.
  package init?(of field: Field) {
    if field.sensitivity == .secret {
      self = .whole
      return
    }
    let keys = field.fields.compactMap { inner in
      SecretMask(of: inner).map {
        Key(names: [inner.name, inner.alias].compactMap(\.self), mask: $0)
      }
    }
    guard !keys.isEmpty else { return nil }
    self = .within(keys)
  }

  /// The value with its secrets hidden; null stays null.
  func hide(in value: Value) -> Value {
    switch (self, value) {
    case (_, .null): return .null
    case (.whole, _): return .text(Self.text)
    case (.within(let keys), .object):
      return .object(
        value.members.map { name, value in
          let key = keys.first { $0.names.contains(name) }
          return (name, key?.mask.hide(in: value) ?? value)
        })
    case (.within, .list): return .list(value.items.map { hide(in: $0) })
    case (.within, .boolean), (.within, .number), (.within, .text): return value
    }
  }
}

extension Column {
  /// The column as whoever may see its secrets gets it; the same where they may not, or there are none.
  package var revealed: Column {
    guard isRevealed, case .masked(let accessor, _) = accessor else { return self }
    return withAccessor(accessor)
  }

  /// The same column, whose secrets may be seen where it is written, or no longer.
  package func revealed(_ isRevealed: Bool) -> Column {
    var column = self
    column.isRevealed = isRevealed
    return column
  }
}

extension Columns {
  /// The same columns, of which nobody sees the secrets.
  package var concealed: Columns {
    showing(visible.map { $0.revealed(false) })
  }
}
