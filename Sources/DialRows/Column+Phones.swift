import DialStack

// What a column has to do with phone numbers.
extension Column {
  /// A column of the phone numbers in this one, as they are shown to people.
  package func displayed(as name: String) -> Column {
    var column = Column(name, DisplayFunction.result, accessor.displayed)
    column.importance = importance
    return column
  }

  /// Whether its values are phone numbers, as the API writes them or as people do.
  package var holdsPhones: Bool { kind == .phone || showsPhones }

  /// Whether its values are phone numbers as they are shown to people.
  package var showsPhones: Bool { accessor.call?.function.spells == .phone }

  /// What a pattern is held against: a phone number as the API writes it and as `format` shows
  /// it, else the value alone.
  package var spellings: [Accessor] {
    if showsPhones, case .value(let written)? = accessor.call?.arguments.first {
      return [written, accessor]
    }
    return kind == .phone ? [accessor, accessor.displayed] : [accessor]
  }
}

extension Accessor {
  /// The same value as ``DisplayFunction`` shows it.
  var displayed: Accessor {
    .computed(.call(FunctionCall(DisplayFunction.self, [.value(of: self)])))
  }

  /// The function that the value comes from, if it comes from one.
  var call: FunctionCall? {
    guard case .computed(.call(let call)) = self else { return nil }
    return call
  }
}
