#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension KeyedDecodingContainer {
  /// The time under `key`.
  ///
  /// - Throws: `DecodingError` where it is absent, null, or no time of RFC 3339.
  func time(_ key: Key) throws -> Date {
    guard let date = RFC3339.date(try decode(String.self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "not a time of RFC 3339")
    }
    return date
  }

  /// The time under `key`, `nil` where it is absent or null.
  func timeIfPresent(_ key: Key) throws -> Date? {
    try contains(key) && !decodeNil(forKey: key) ? time(key) : nil
  }

  /// The value under `key`, or else under its deprecated `alias`: the API sends both for
  /// a time, `location` and `location_id`.
  func decodeIfPresent<Decoded: Decodable>(_ key: Key, alias: Key) throws -> Decoded? {
    if contains(key) { return try decodeIfPresent(Decoded.self, forKey: key) }
    return try decodeIfPresent(Decoded.self, forKey: alias)
  }

  /// The value under `key`, or else under its deprecated `alias`.
  ///
  /// - Throws: `DecodingError` where both are absent.
  func decode<Decoded: Decodable>(_ key: Key, alias: Key) throws -> Decoded {
    try decode(Decoded.self, forKey: contains(key) ? key : alias)
  }

  /// The rows of the list under `key`, which stands there in its envelope; `nil` where it is absent
  /// or null.
  func rowsIfPresent<Row: Codable>(_ key: Key) throws -> [Row]? {
    try decodeIfPresent(Envelope<Row>.self, forKey: key)?.data
  }

  /// The value under `key`, `nil` where it is absent or null.
  func decodeIfPresent<Decoded: Decodable>(_ key: Key) throws -> Decoded? {
    try decodeIfPresent(Decoded.self, forKey: key)
  }
}

/// A list that stands inside an item.
private struct Envelope<Row: Codable>: Codable {
  let data: [Row]
}

extension KeyedEncodingContainer {
  /// Writes rows as a list in its envelope, or nothing where there are none to be had.
  mutating func encodeRows<Row: Codable>(_ rows: [Row]?, forKey key: Key) throws {
    guard let rows else { return }
    try encode(Envelope(data: rows), forKey: key)
  }

  /// Writes a time as RFC 3339, or nothing where there is none.
  ///
  /// - Throws: `EncodingError` for a time outside of the years 1 to 9999.
  mutating func encodeTime(_ time: Date?, forKey key: Key) throws {
    guard let time else { return }
    guard let text = RFC3339.text(time) else {
      throw EncodingError.invalidValue(
        time, EncodingError.Context(codingPath: codingPath, debugDescription: "beyond RFC 3339"))
    }
    try encode(text, forKey: key)
  }
}
