// Made from the catalog by scripts/generate.

extension PresenceEntry.ParkedCall: Codable {
  private enum Key: String, CodingKey {
    case call, status
    case fromNumber = "from_number"
    case fromLabel = "from_label"
    case parkedBy = "parked_by"
    case parkedByExtension = "parked_by_extension"
    case parkedAt = "parked_at"
    case ringsBackAt = "rings_back_at"
  }

  /// Reads it as the API writes it: any of its keys may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    call = try item.decodeIfPresent(.call)
    fromNumber = try item.decodeIfPresent(.fromNumber)
    fromLabel = try item.decodeIfPresent(.fromLabel)
    status = try item.decodeIfPresent(.status)
    parkedBy = try item.decodeIfPresent(.parkedBy)
    parkedByExtension = try item.decodeIfPresent(.parkedByExtension)
    parkedAt = try item.timeIfPresent(.parkedAt)
    ringsBackAt = try item.timeIfPresent(.ringsBackAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encodeIfPresent(call, forKey: .call)
    try item.encodeIfPresent(fromNumber, forKey: .fromNumber)
    try item.encodeIfPresent(fromLabel, forKey: .fromLabel)
    try item.encodeIfPresent(status, forKey: .status)
    try item.encodeIfPresent(parkedBy, forKey: .parkedBy)
    try item.encodeIfPresent(parkedByExtension, forKey: .parkedByExtension)
    try item.encodeTime(parkedAt, forKey: .parkedAt)
    try item.encodeTime(ringsBackAt, forKey: .ringsBackAt)
  }
}
