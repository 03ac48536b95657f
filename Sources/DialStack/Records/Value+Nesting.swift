extension Value {
  /// The value that a path leads to inside of an object; null where there is none, and in anything
  /// else.
  package func value(at path: FieldPath) -> Value {
    guard case .object(let json) = self else { return .null }
    return json.withSpan { span -> Value in
      let bytes = span.bytes
      let object = JSONToken(.object, from: 0, to: bytes.byteCount)
      let found =
        object.member(at: [path.name], in: bytes)
        ?? path.alias.flatMap { object.member(at: [$0], in: bytes) }
      return found?.member(at: path.inner, in: bytes)?.value(in: json) ?? .null
    }
  }

  /// The values in a list, in their order; none in anything else.
  package var items: [Value] {
    guard case .list(let json) = self else { return [] }
    return json.withSpan { span in
      let bytes = span.bytes
      var items: [Value] = []
      do throws(PageFault) {
        var scanner = TokenScanner()
        guard try scanner.skipOpening(closedBy: .closeBracket, in: bytes) else { return [] }
        repeat {
          items.append(try scanner.skipValue(in: bytes, depth: 0).value(in: json))
        } while try scanner.skipComma(or: .closeBracket, in: bytes)
        return items
      } catch {
        preconditionFailure("a list of a scanned page has no fault: \(error)")
      }
    }
  }
}
