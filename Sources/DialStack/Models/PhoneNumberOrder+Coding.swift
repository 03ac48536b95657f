// Made from the catalog by scripts/generate.

extension PhoneNumberOrder: Codable {
  private enum Key: String, CodingKey {
    case id, status
    case orderType = "order_type"
    case phoneNumbers = "phone_numbers"
    case completedNumbers = "completed_numbers"
    case failedNumbers = "failed_numbers"
    case errorMessage = "error_message"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `order_type`, `status`, `phone_numbers`,
  /// `completed_numbers`, `failed_numbers`, `created_at` and `updated_at` must be there, the
  /// rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    orderType = try item.decode(OrderType.self, forKey: .orderType)
    status = try item.decode(Status.self, forKey: .status)
    phoneNumbers = try item.decode([String].self, forKey: .phoneNumbers)
    completedNumbers = try item.decode([String].self, forKey: .completedNumbers)
    failedNumbers = try item.decode([String].self, forKey: .failedNumbers)
    errorMessage = try item.decodeIfPresent(.errorMessage)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(orderType, forKey: .orderType)
    try item.encode(status, forKey: .status)
    try item.encode(phoneNumbers, forKey: .phoneNumbers)
    try item.encode(completedNumbers, forKey: .completedNumbers)
    try item.encode(failedNumbers, forKey: .failedNumbers)
    try item.encodeIfPresent(errorMessage, forKey: .errorMessage)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
