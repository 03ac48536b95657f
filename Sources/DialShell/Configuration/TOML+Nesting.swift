extension TOML {
  /// The whole text as one table: each table stands in the one that its name begins with, and those
  /// of a list in a list.
  ///
  /// - Throws: ``Fault`` for a name that is something else already.
  package func nested() throws(Fault) -> [Entry] {
    let root = Branch()
    for table in tables {
      let branch = try branch(of: table, below: root)
      for entry in table.entries {
        guard branch.children[entry.key] == nil else {
          throw fault(entry.range, "the key is there twice")
        }
        branch.add(.leaf(entry), called: entry.key)
      }
    }
    return root.entries
  }

  /// The branch that the entries of `table` belong to.
  private func branch(of table: Table, below root: Branch) throws(Fault) -> Branch {
    var branch = root
    for (index, key) in table.path.enumerated() {
      let isLast = index == table.path.count - 1
      switch branch.children[key] {
      case .leaf?: throw fault(table.range, "`\(key)` has a value already")
      case .table(let child)?:
        guard !(isLast && table.isListItem) else {
          throw fault(table.range, "`\(key)` is a table already; write [NAME]")
        }
        branch = child
      case .list(let items)?:
        guard !isLast || table.isListItem else {
          throw fault(table.range, "`\(key)` is a list of tables already; write [[NAME]]")
        }
        if isLast { items.add(Branch(at: table.range)) }
        branch = items.last
      case nil:
        let child = Branch(at: table.range)
        let isList = isLast && table.isListItem
        branch.add(isList ? .list(Items(child)) : .table(child), called: key)
        branch = child
      }
    }
    return branch
  }

  private func fault(_ range: Range<Int>, _ message: String) -> Fault {
    Fault(place: place(at: range.lowerBound), offset: range.lowerBound, message: message)
  }
}

/// A table while its entries are gathered, which may stand far apart.
private final class Branch {
  enum Child {
    case leaf(TOML.Entry)
    case table(Branch)
    case list(Items)
  }

  private(set) var children: [String: Child] = [:]
  private var order: [String] = []
  private let range: Range<Int>

  init(at range: Range<Int> = 0..<0) {
    self.range = range
  }

  func add(_ child: Child, called key: String) {
    children[key] = child
    order.append(key)
  }

  var entries: [TOML.Entry] {
    order.compactMap { key in
      switch children[key] {
      case .leaf(let entry)?: entry
      case .table(let branch)?:
        TOML.Entry(key: key, element: branch.element, range: branch.range)
      case .list(let items)?:
        TOML.Entry(
          key: key,
          element: TOML.Element(
            value: .list(items.all.map(\.element)), range: items.all[0].range),
          range: items.all[0].range)
      case nil: nil
      }
    }
  }

  var element: TOML.Element { TOML.Element(value: .table(entries), range: range) }
}

/// The tables of a list while they are gathered: there is one at least.
private final class Items {
  private(set) var all: [Branch]

  init(_ first: Branch) {
    all = [first]
  }

  var last: Branch { all[all.count - 1] }

  func add(_ branch: Branch) {
    all.append(branch)
  }
}
