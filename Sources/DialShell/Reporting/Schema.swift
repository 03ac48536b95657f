package import DialLanguage
package import DialPipeline
import DialRows
import DialStack
import TerminalText

/// What the rows of a pipeline look like, for programs that read them.
package struct Schema {
  private let columns: [Column]
  /// Whose rows they are.
  private let scope: String
  /// The stage that needs all rows, if there is one.
  private let gathers: String?

  /// The rows of the pipeline of a text. Nothing is sent.
  ///
  /// - Throws: a ``Rejection`` for a text that makes no sense, and for one with any other number of
  ///   pipelines.
  package init(of text: SourceText, with vocabulary: Vocabulary, in scope: Scope) throws(Rejection)
  {
    let script = try Planner.plan(text, with: vocabulary, in: scope)
    let plans = script.steps.compactMap { step -> Plan? in
      if case .run(let plan) = step { plan } else { nil }
    }
    guard plans.count <= 1 else {
      throw Rejection(Diagnostic(at: plans[1].range, "one pipeline is described at a time"))
    }
    guard let plan = plans.first else {
      throw Rejection(Diagnostic(at: text.range(0, 0), "a resource or a pipeline must stand here"))
    }
    columns = plan.columns.visible
    self.scope = plan.source.list?.accounts.isNone == false ? "account" : "platform"
    gathers = plan.firstGathering?.name
  }

  /// A line a column: its name and its kind.
  package var text: String {
    TwoColumns.text(columns.map { ($0.name.visible, "\($0.kind?.phrase ?? "anything")") })
  }

  /// One JSON object: `columns`, in their order, and `key`, the names of those that tell rows apart.
  ///
  /// A column has `name`, `kind` (text, id, phone, choice, time, boolean, integer, decimal, object,
  /// list, or any), `nullable`, `choices` where values are known, `items`, the kind of what a list
  /// holds, where that is known, and `fields` where it is an object whose keys are known, each with
  /// the same.
  ///
  /// `scope` is `account` for lists of accounts, and `gathers` names the stage that needs all rows, if
  /// there is one: shards of the accounts have the rows of the whole, each a part, where the scope is
  /// `account` and nothing gathers.
  package var json: String {
    let key = columns.filter { $0.accessor == .account || $0.isKey }
    let tellsApart = key.contains(where: \.isKey) ? key.map { Value.text($0.name) } : []
    let lines = columns.map { description(of: $0).jsonText }
    return """
      {"columns":[
      \(lines.joined(separator: ",\n"))
      ],"key":\(Value.list(tellsApart).jsonText),"scope":"\(scope)",\
      "gathers":\((gathers.map { Value.text($0) } ?? .null).jsonText)}

      """
  }

  private func description(of column: Column) -> Value {
    let isAlwaysThere = column.accessor == .account || column.field?.presence == .always
    return Self.description(
      column.name, column.kind, isNullable: !isAlwaysThere, choices: column.choices,
      items: column.field?.items, fields: column.field?.fields ?? [])
  }

  private static func description(
    _ name: String, _ kind: FieldKind?, isNullable: Bool, choices: [String], items: FieldKind?,
    fields: [Field]
  ) -> Value {
    var parts: [(name: String, value: Value)] = [
      ("name", .text(name)), ("kind", .text(kind?.rawValue ?? "any")),
      ("nullable", .boolean(isNullable)),
    ]
    if !choices.isEmpty { parts.append(("choices", .list(choices.map { .text($0) }))) }
    if let items { parts.append(("items", .text(items.rawValue))) }
    if !fields.isEmpty {
      let inner = fields.map { field in
        description(
          field.name, field.kind, isNullable: field.presence != .always, choices: field.choices,
          items: field.items, fields: field.fields)
      }
      parts.append(("fields", .list(inner)))
    }
    return .object(parts)
  }
}
