/// The path of a list, with a place for the id of each thing that the list belongs to.
///
///     let path: PathTemplate = "/v1/queues/{queue}/members"
///     path.filled(["queue": "qu_1"])              // "/v1/queues/qu_1/members"
///     path.values(in: "/v1/queues/qu_1/members")  // ["queue": "qu_1"]
///
/// A template without parameters is a path as it stands.
package struct PathTemplate: Sendable, Hashable {
  private enum Segment: Sendable, Hashable {
    case fixed(String)
    case parameter(String)
  }

  private let segments: [Segment]

  /// The names of the parameters, from left to right.
  package var parameters: [String] {
    segments.compactMap { segment in
      if case .parameter(let name) = segment { name } else { nil }
    }
  }

  /// The path with a value for each parameter, each value being one segment.
  ///
  /// `nil` where a value is missing, and for an empty one, `.` and `..`, which lead elsewhere.
  package func filled(_ values: [String: String]) -> String? {
    var path = ""
    for segment in segments {
      switch segment {
      case .fixed(let text): path += "/" + text
      case .parameter(let name):
        guard let value = values[name], !["", ".", ".."].contains(value) else { return nil }
        path += "/" + PercentEncoding.component(value)
      }
    }
    return path
  }

  /// The values of the parameters in `path`, decoded; `nil` for the path of something else.
  package func values(in path: Substring) -> [String: String]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == segments.count + 1, parts[0].isEmpty else { return nil }
    var values: [String: String] = [:]
    for (segment, part) in zip(segments, parts.dropFirst()) {
      switch segment {
      case .fixed(let text): if part != text { return nil }
      case .parameter(let name):
        guard !part.isEmpty, let value = PercentEncoding.decoded(part) else { return nil }
        values[name] = value
      }
    }
    return values
  }

  /// The values of the parameters and what stands in the segment behind them, in the path of one
  /// item; `nil` for the path of something else.
  package func item(in path: Substring) -> (values: [String: String], key: String)? {
    guard let slash = path.lastIndex(of: "/"), let values = values(in: path[..<slash]),
      let key = PercentEncoding.decoded(path[slash...].dropFirst()), !key.isEmpty
    else { return nil }
    return (values, key)
  }
}

extension PathTemplate: ExpressibleByStringLiteral {
  /// Takes a literal in the source code.
  ///
  /// - Precondition: it begins with `/`, no segment is empty, no parameter stands twice.
  package init(stringLiteral text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    precondition(parts.count > 1 && parts[0].isEmpty, "`\(text)` begins with `/`")
    segments = parts.dropFirst().map { part in
      precondition(!part.isEmpty, "`\(text)` has an empty segment")
      guard part.first == "{", part.last == "}" else { return .fixed(String(part)) }
      return .parameter(String(part.dropFirst().dropLast()))
    }
    precondition(
      Set(parameters).count == parameters.count, "`\(text)` has a parameter that stands twice")
  }
}

extension PathTemplate: CustomStringConvertible {
  /// The template as it was written.
  package var description: String {
    segments.map { segment in
      switch segment {
      case .fixed(let text): "/\(text)"
      case .parameter(let name): "/{\(name)}"
      }
    }.joined()
  }
}

/// What a list belongs to besides an account: an object of another list.
package struct Parent: Sendable, Hashable {
  /// The parameter of the path that its id stands for: `queue`.
  package let parameter: String
  /// The field by which a pipeline names it: `queue`, as in `queue_members where queue=qu_1`.
  ///
  /// The field's relation says of which list the id is.
  package let field: String

  package init(_ parameter: String, namedBy field: String) {
    self.parameter = parameter
    self.field = field
  }
}
