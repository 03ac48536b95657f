/// A query parameter that filters a list on the server.
package struct Filter: Sendable, Hashable {
  /// How a row that the server keeps compares with the parameter: `atLeast` is `>=`, `below` `<`.
  package enum Comparison: Sendable, Hashable {
    case equal, atLeast, below
    /// `true` keeps rows with a value, `false` those without.
    case present
    /// One of several values: the parameter stands once for each.
    case among
  }

  /// The name of the query parameter.
  package let parameter: String
  /// The field that it filters.
  package let field: String
  package let comparison: Comparison
  /// Whether the server keeps other rows, too: that such a row comes is no fault of it.
  package let isWider: Bool
  /// The value that keeps every row with the field; `nil` where the server knows none.
  package let anyValue: String?
  /// The list of an item one of whose objects has the value under the field's name; `nil` where the
  /// item has the field itself.
  package let list: String?

  package init(
    _ parameter: String, on field: String, by comparison: Comparison, isWider: Bool = false,
    anyValue: String? = nil, within list: String? = nil
  ) {
    self.parameter = parameter
    self.field = field
    self.comparison = comparison
    self.isWider = isWider
    self.anyValue = anyValue
    self.list = list
  }
}

/// A query parameter by which the server keeps the rows that hold a text, whatever its case.
package struct Search: Sendable, Hashable {
  /// What is looked for.
  package enum Subject: Sendable, Hashable {
    case text
    /// The digits of phone numbers alone.
    case digits
  }

  /// The name of the query parameter.
  package let parameter: String
  /// The fields, one of which must hold the text.
  package let fields: [String]
  package let subject: Subject

  package init(_ parameter: String, in fields: [String], for subject: Subject = .text) {
    self.subject = subject
    self.parameter = parameter
    self.fields = fields
  }
}
