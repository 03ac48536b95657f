import DialPipeline
import DialStack

// In which order rows come, and what to know of them.
extension ResourceReader {
  /// `created_at desc`, `position` or `none`.
  func changeOrder(of resource: inout Resource, by table: inout TableReader) {
    if let order = table.text("order") {
      resource.order = self.order(order, of: resource) ?? .asListed
    } else if !holds(resource.order, in: resource) {
      // The field has become another.
      resource.order = .asListed
    }
    let settling = table.number("settling", in: 0...1_000_000_000)
    if let settling { resource.settling = settling }
    guard resource.order.timeField == nil else { return }
    resource.settling = nil
    if settling != nil {
      findings.complain(
        table.place(of: "settling"), "only a list that comes newest first by a time settles")
    }
  }

  private func order(_ text: LocatedText, of resource: Resource) -> ListOrder? {
    let words = text.text.split(separator: " ")
    guard words != ["none"] else { return .asListed }
    guard (1...2).contains(words.count), words.count == 1 || ["asc", "desc"].contains(words[1])
    else {
      findings.complain(text.range, "`order` takes a FIELD, FIELD desc, or none")
      return nil
    }
    let name = LocatedText(text: String(words[0]), range: text.range)
    guard let field = field(name, in: resource.itemFields) else { return nil }
    guard !field.kind.isNested else {
      findings.complain(text.range, "nothing comes by \(field.kind.phrase)")
      return nil
    }
    guard words.last == "desc" else { return .ascending(by: field.name) }
    return field.kind == .time ? .newestFirst(by: field.name) : .descending(by: field.name)
  }

  private func holds(_ order: ListOrder, in resource: Resource) -> Bool {
    guard let name = order.field else { return true }
    guard let field = resource.fields.first(where: { $0.name == name }) else { return false }
    return order.timeField == nil ? !field.kind.isNested : field.kind == .time
  }

  func addTraps(to resource: inout Resource, by table: inout TableReader) {
    for element in table.elements("trap") {
      if case .text(let text) = element.value, text.isShowable {
        resource.traps.append(Trap(.anywhere, text))
        continue
      }
      guard var trap = TableReader(element, "trap", findings) else { continue }
      let text = trap.required("text")
      let place = trap.text("field")
      let isUnbounded = trap.flag("unbounded") ?? false
      trap.refuseOthers()
      guard let text else { continue }
      if let place {
        guard resource.field(named: place.text) != nil else {
          findings.complain(
            place.range,
            "there is no field `\(place.text)`"
              + didYouMean(place.text, in: resource.fields.map(\.name)))
          continue
        }
        resource.traps.append(Trap(.field(place.text), text.text))
      } else {
        resource.traps.append(Trap(isUnbounded ? .unbounded : .anywhere, text.text))
      }
    }
  }
}
