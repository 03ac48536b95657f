/// A column that `format` makes of the rows of a resource.
package struct FormatColumn: Sendable, Hashable {
  /// How a value of the field is shown.
  package enum Form: Sendable, Hashable {
    /// As the API sent it.
    case asSent
    /// As people read it: `+1 (415) 555-1234`.
    case display
  }

  /// The name in the header.
  package let name: String
  package let field: String
  package let form: Form
  /// Its place among the columns that stay on a narrow screen; 0 stays longest.
  package let rank: Int

  package init(_ name: String, of field: String, _ form: Form, rank: Int) {
    self.name = name
    self.field = field
    self.form = form
    self.rank = rank
  }
}
