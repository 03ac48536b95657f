import DialExport
import DialPipeline
import DialRows
import DialStack

/// A list as a stream of Singer: which fields its records have, and what is read of it again and again.
package struct SingerStream: Sendable {
  /// What a later run reads of a list that was read before.
  enum Replication: Sendable, Hashable {
    /// All of it: any row may have changed.
    case fullTable
    /// What is newer than the last run, by a field that says when a row was made; rows change for so
    /// many seconds after that.
    case incremental(by: String, settling: Int)
  }

  /// A field of the records.
  struct Property: Sendable, Hashable {
    let column: Column
    var type: ColumnType
    /// Whether it is one of those that tell records apart.
    let isKey: Bool
  }

  let resource: Resource
  let replication: Replication
  /// The fields in the order of the columns.
  private(set) var properties: [Property]

  /// The name, which is that of the list.
  package var name: String { resource.name }

  /// The stream of a list with all of its fields, over several accounts where it is theirs.
  init(of resource: Resource) {
    self.resource = resource
    let columns = Columns(of: resource)
    properties = (resource.scope == .platform ? columns : columns.acrossAccounts).visible.map {
      Property(column: $0, type: ColumnType($0), isKey: $0.isKey || $0.accessor == .account)
    }
    if let settling = resource.settling, let field = resource.order.timeField {
      replication = .incremental(by: field, settling: settling)
    } else {
      replication = .fullTable
    }
  }

  /// The field by which a later run goes on; `nil` where it reads everything.
  var replicationKey: String? {
    if case .incremental(let field, _) = replication { field } else { nil }
  }

  var keys: [String] { properties.filter(\.isKey).map(\.column.name) }

  /// The same stream with the fields that a catalog selects; `nil` where that leaves the stream out.
  func selected(by selection: SingerSelection) -> SingerStream? {
    guard selection.takes([]) else { return nil }
    var stream = self
    stream.properties = properties.compactMap { property in
      var property = property
      let breadcrumb = ["properties", property.column.name]
      guard isAlwaysThere(property) || selection.takes(breadcrumb) else { return nil }
      property.type = property.type.selected(by: selection, at: breadcrumb)
      return property
    }
    return stream
  }

  private func isAlwaysThere(_ property: Property) -> Bool {
    property.isKey || property.column.name == replicationKey
  }
}

extension ColumnType {
  /// The same type with the keys of objects that a catalog selects.
  fileprivate func selected(by selection: SingerSelection, at breadcrumb: [String]) -> ColumnType {
    guard case .objectOf(let members) = self else { return self }
    return .objectOf(
      members.compactMap { member in
        let breadcrumb = breadcrumb + ["properties", member.name]
        guard selection.takes(breadcrumb) else { return nil }
        return member.with(member.type.selected(by: selection, at: breadcrumb))
      })
  }
}

// What a catalog says of it.
extension SingerStream {
  /// The JSON Schema of its records.
  var schema: Value {
    .object([
      ("type", .text("object")),
      (
        "properties",
        .object(
          properties.map { ($0.column.name, $0.type.schema(isNullable: !$0.isKey)) })
      ),
    ])
  }

  /// Its entry in the catalog of `--discover`.
  var entry: Value {
    var entry: [(name: String, value: Value)] = [
      ("tap_stream_id", .text(name)), ("stream", .text(name)),
      ("key_properties", .list(keys.map { .text($0) })),
      ("replication_method", .text(method)),
    ]
    if let replicationKey { entry.append(("replication_key", .text(replicationKey))) }
    entry.append(("schema", schema))
    entry.append(("metadata", .list(metadata)))
    return .object(entry)
  }

  private var method: String { replicationKey == nil ? "FULL_TABLE" : "INCREMENTAL" }

  private var metadata: [Value] {
    var own: [(name: String, value: Value)] = [
      ("inclusion", .text("available")), ("selected-by-default", .boolean(true)),
      ("table-key-properties", .list(keys.map { .text($0) })),
      ("forced-replication-method", .text(method)),
    ]
    if let replicationKey {
      own.append(("valid-replication-keys", .list([.text(replicationKey)])))
    }
    return [Self.metadata(own, at: [])]
      + properties.flatMap { property in
        let breadcrumb = ["properties", property.column.name]
        return [Self.inclusion(isAlwaysThere(property), at: breadcrumb)]
          + property.type.breadcrumbs(below: breadcrumb).map { Self.inclusion(false, at: $0) }
      }
  }

  private static func inclusion(_ isAlwaysThere: Bool, at breadcrumb: [String]) -> Value {
    metadata(
      isAlwaysThere
        ? [("inclusion", .text("automatic"))]
        : [("inclusion", .text("available")), ("selected-by-default", .boolean(true))],
      at: breadcrumb)
  }

  private static func metadata(_ members: [(name: String, value: Value)], at breadcrumb: [String])
    -> Value
  {
    .object([
      ("breadcrumb", .list(breadcrumb.map { .text($0) })), ("metadata", .object(members)),
    ])
  }
}

extension ColumnType {
  /// The JSON Schema of its values.
  fileprivate func schema(isNullable: Bool) -> Value {
    var type = "string"
    var more: [(name: String, value: Value)] = []
    switch self {
    case .text, .decimal, .list, .object, .any: break
    case .boolean: type = "boolean"
    case .integer: type = "integer"
    case .time: more = [("format", .text("date-time"))]
    case .listOf(let items):
      type = "array"
      more = [("items", items.schema(isNullable: true))]
    case .objectOf(let members):
      type = "object"
      let properties = members.map { ($0.name, $0.type.schema(isNullable: true)) }
      more = [("properties", .object(properties))]
    }
    let types: Value = isNullable ? .list([.text("null"), .text(type)]) : .text(type)
    return .object([("type", types)] + more)
  }

  /// The ways to the keys of objects in it.
  fileprivate func breadcrumbs(below breadcrumb: [String]) -> [[String]] {
    guard case .objectOf(let members) = self else { return [] }
    return members.flatMap { member in
      let own = breadcrumb + ["properties", member.name]
      return [own] + member.type.breadcrumbs(below: own)
    }
  }
}
