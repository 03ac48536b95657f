package import DialRows

/// How tables are drawn for a person at a terminal.
package struct TerminalStyle: Sendable, Hashable {
  /// How the columns are laid out.
  package enum Layout: Sendable, Hashable {
    /// As much as the terminal has room for: columns are left out, cells are cut.
    case fitted
    /// All columns, nothing cut, however long the lines get: for a pager.
    case wide
    /// Columns as wide as they want to be, cut where the window ends.
    case window
    /// A line a field, under the number of its row.
    case expanded
  }

  /// What the terminal has to tell kinds of values apart.
  package enum Coloring: Sendable, Hashable {
    case none
    /// Bold and underlined text.
    case attributes
    /// 256 colours.
    case colors
  }

  /// The width of the terminal in columns.
  package var width: Int
  package var layout: Layout
  package var coloring: Coloring
  /// The zone in which times are shown.
  package var zone: Zone

  package init(width: Int, layout: Layout, coloring: Coloring, zone: Zone) {
    self.width = width
    self.layout = layout
    self.coloring = coloring
    self.zone = zone
  }
}
