import DialStack

// Lists that belong to rows of other lists.
extension ResourceReader {
  /// What the parameters of a path stand for, in their order.
  func parents(of path: PathTemplate, _ table: inout TableReader) -> [Parent] {
    var named: [String: String] = [:]
    for element in table.elements("parent") {
      guard var parent = TableReader(element, "parent", findings) else { continue }
      let parameter = parent.required("parameter")
      let field = parent.required("field")
      parent.refuseOthers()
      guard let parameter, let field else { continue }
      guard path.parameters.contains(parameter.text) else {
        findings.complain(parameter.range, "the path has no parameter {\(parameter.text)}")
        continue
      }
      guard named.updateValue(field.text, forKey: parameter.text) == nil else {
        findings.complain(parameter.range, "the parameter `\(parameter.text)` is there twice")
        continue
      }
      guard named.values.count(where: { $0 == field.text }) == 1 else {
        findings.complain(field.range, "`\(field.text)` names two parameters")
        continue
      }
    }
    return path.parameters.map { Parent($0, namedBy: named[$0] ?? $0) }
  }

  /// Sees to it that each parameter has a field that leads to a list: one that nobody described
  /// stands in the path alone.
  func addParents(to resource: inout Resource, _ path: LocatedText) {
    for (index, parent) in resource.parents.enumerated() {
      if let field = resource.fields.first(where: { $0.name == parent.field }) {
        guard field.relation != nil, !field.kind.isNested else {
          findings.complain(
            path.range,
            "the field `\(field.name)` says by `relation` of which list {\(parent.parameter)} is")
          continue
        }
      } else if let field = inPath(parent) {
        resource.fields.insert(field, at: min(index, resource.fields.count))
      } else {
        findings.complain(
          path.range,
          "{\(parent.parameter)} needs a field: { name = \"\(parent.field)\", presence = \"in_path\", "
            + "relation = \"…\" }")
      }
    }
  }

  /// The field of a parameter that is called as a row of a list is.
  private func inPath(_ parent: Parent) -> Field? {
    let owner = resources.first {
      $0.paging != .object && $0.singular.replacing(" ", with: "_") == parent.parameter
    }
    return owner.map { owner in
      Field(
        parent.field, .id, .inPath, "the \(owner.singular)",
        example: "\(owner.idPrefixes.first ?? parent.field)_01h2", relation: .to(owner.name))
    }
  }
}
