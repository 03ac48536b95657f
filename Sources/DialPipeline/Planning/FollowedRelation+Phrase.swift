import DialStack

// What `explain` says of a relation.
extension FollowedRelation {
  /// The way to the related rows, and how many requests it takes as far as that is known.
  var phrase: String {
    switch way {
    case .expanded(let expansion):
      return "`\(name)` comes with each row: `expand[]=\(expansion.name)`, no request more"
    case .asked(let mostIDs, let reason):
      let lists = targets.map { "`\($0.resource.name)`" }.joined(separator: ", ")
      return "`\(name)` leads to \(lists), each id once: \(method(for: mostIDs)), "
        + requests(for: mostIDs) + (reason.map { "; not by `expand[]`, since \($0)" } ?? "")
    }
  }

  /// How ids are asked for.
  private func method(for mostIDs: Int?) -> String {
    let resources = targets.map(\.resource)
    if resources.allSatisfy(\.isReadWhole) {
      return "by pages of the list, since the API reads none alone"
    }
    let isFew = mostIDs.map { $0 <= Self.mostAlone } ?? false
    return isFew || !resources.contains(where: \.mayBeReadAhead)
      ? "by itself, side by side"
      : "by pages of the list as long as they save requests, else by itself, side by side"
  }

  private func requests(for mostIDs: Int?) -> String {
    let resources = targets.map(\.resource)
    let whole = resources.filter(\.isReadWhole)
    guard whole.count < resources.count else { return "a request a page" }
    // A list is read ahead for more than so many ids, and then one page may bring nothing.
    let lists = resources.count { $0.mayBeReadAhead && !$0.isReadWhole }
    let extra = min(lists, mostIDs.map { $0 / (Self.mostAlone + 1) } ?? lists)
    let most =
      mostIDs.map { "\($0 + extra) request\($0 + extra == 1 ? "" : "s") at most" }
      ?? "a request an id" + (extra > 0 ? " and \(extra) more at most" : "")
    let names = whole.map { "`\($0.name)`" }.joined(separator: ", ")
    return most + (whole.isEmpty ? "" : ", beside the pages of \(names)")
  }
}

extension Resource {
  /// Whether pages of it may be read for the ids that rows name. No list is read without bounds that
  /// costs the API most.
  var mayBeReadAhead: Bool {
    comesWhole && !traps.contains { $0.place == .unbounded }
  }

  /// Whether only its list tells what an id leads to.
  fileprivate var isReadWhole: Bool { mayBeReadAhead && !readsItems }
}
