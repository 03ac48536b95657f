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

  /// The members of an object, in their order; none in anything else.
  package var members: [(name: String, value: Value)] {
    guard case .object(let json) = self else { return [] }
    return json.withSpan { span in
      let bytes = span.bytes
      var members: [(name: String, value: Value)] = []
      do throws(PageFault) {
        var scanner = TokenScanner()
        guard try scanner.skipOpening(closedBy: .closeBrace, in: bytes) else { return [] }
        repeat {
          let key = try scanner.skipKey(in: bytes)
          let value = try scanner.skipValue(in: bytes, depth: 0)
          members.append((key.value(in: json).string, value.value(in: json)))
        } while try scanner.skipComma(or: .closeBrace, in: bytes)
        return members
      } catch {
        preconditionFailure("an object of a scanned page has no fault: \(error)")
      }
    }
  }

  /// An object with these members.
  package static func object(_ members: [(name: String, value: Value)]) -> Value {
    var json: [UInt8] = []
    json.append(.openBrace)
    for (index, member) in members.enumerated() {
      if index > 0 { json.append(.comma) }
      json.appendJSONString(Bytes(member.name))
      json.append(.colon)
      json.appendJSON(member.value)
    }
    json.append(.closeBrace)
    return .object(Bytes(json))
  }

  /// A list of these values.
  package static func list(_ items: [Value]) -> Value {
    var json: [UInt8] = []
    json.append(.openBracket)
    for (index, item) in items.enumerated() {
      if index > 0 { json.append(.comma) }
      json.appendJSON(item)
    }
    json.append(.closeBracket)
    return .list(Bytes(json))
  }

  /// The value as JSON on one line, as a text.
  package var jsonText: String { String(decoding: json, as: UTF8.self) }

  /// The value as JSON on one line.
  package var json: [UInt8] {
    var json: [UInt8] = []
    json.appendJSON(self)
    return json
  }
}
