// Made from the catalog by scripts/generate.

extension Fax: Codable {
  private enum Key: String, CodingKey {
    case id, direction, status, file, did, pages, transport, attempts
    case fromNumber = "from_number"
    case toNumber = "to_number"
    case call = "call_id"
    case sourcePages = "source_pages"
    case errorCode = "error_code"
    case readAt = "read_at"
    case submittedAt = "submitted_at"
    case completedAt = "completed_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `direction`, `status`, `did`, `attempts`,
  /// `created_at` and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    direction = try item.decode(Direction.self, forKey: .direction)
    status = try item.decode(Status.self, forKey: .status)
    file = try item.decodeIfPresent(.file)
    did = try item.decode(Expandable<PhoneNumberReference>.self, forKey: .did)
    fromNumber = try item.decodeIfPresent(.fromNumber)
    toNumber = try item.decodeIfPresent(.toNumber)
    call = try item.decodeIfPresent(.call)
    pages = try item.decodeIfPresent(.pages)
    sourcePages = try item.decodeIfPresent(.sourcePages)
    transport = try item.decodeIfPresent(.transport)
    errorCode = try item.decodeIfPresent(.errorCode)
    attempts = try item.decode(Int.self, forKey: .attempts)
    readAt = try item.timeIfPresent(.readAt)
    submittedAt = try item.timeIfPresent(.submittedAt)
    completedAt = try item.timeIfPresent(.completedAt)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(direction, forKey: .direction)
    try item.encode(status, forKey: .status)
    try item.encodeIfPresent(file, forKey: .file)
    try item.encode(did, forKey: .did)
    try item.encodeIfPresent(fromNumber, forKey: .fromNumber)
    try item.encodeIfPresent(toNumber, forKey: .toNumber)
    try item.encodeIfPresent(call, forKey: .call)
    try item.encodeIfPresent(pages, forKey: .pages)
    try item.encodeIfPresent(sourcePages, forKey: .sourcePages)
    try item.encodeIfPresent(transport, forKey: .transport)
    try item.encodeIfPresent(errorCode, forKey: .errorCode)
    try item.encode(attempts, forKey: .attempts)
    try item.encodeTime(readAt, forKey: .readAt)
    try item.encodeTime(submittedAt, forKey: .submittedAt)
    try item.encodeTime(completedAt, forKey: .completedAt)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
