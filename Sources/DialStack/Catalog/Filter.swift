/// A query parameter that filters a list on the server.
package struct Filter: Sendable, Hashable {
  /// How a row that the server keeps compares with the parameter: `atLeast` is `>=`, `below` `<`.
  package enum Comparison: Sendable, Hashable {
    case equal, atLeast, below
  }

  /// The name of the query parameter.
  package let parameter: String
  /// The field that it filters.
  package let field: String
  package let comparison: Comparison

  package init(_ parameter: String, on field: String, by comparison: Comparison) {
    self.parameter = parameter
    self.field = field
    self.comparison = comparison
  }
}

/// A query parameter by which the server keeps the rows that hold a text, whatever its case.
package struct Search: Sendable, Hashable {
  /// The name of the query parameter.
  package let parameter: String
  /// The fields, one of which must hold the text.
  package let fields: [String]

  package init(_ parameter: String, in fields: [String]) {
    self.parameter = parameter
    self.fields = fields
  }
}
