// Made from the catalog by scripts/generate.

extension PhoneNumber: Codable {
  private enum Key: String, CodingKey {
    case id, status, location, config
    case phoneNumber = "phone_number"
    case numberClass = "number_class"
    case inboundRouting = "inbound_routing"
    case routingTarget = "routing_target"
    case outboundEnabled = "outbound_enabled"
    case faxEnabled = "fax_enabled"
    case callerIDName = "caller_id_name"
    case callerIDPrefix = "caller_id_prefix"
    case callerIDVisibility = "caller_id_visibility"
    case directoryListingName = "directory_listing_name"
    case directoryListingType = "directory_listing_type"
    case directoryListingLocation = "directory_listing_location"
    case directoryListingLocationAlias = "directory_listing_location_id"
    case expiresAt = "expires_at"
    case disconnectedAt = "disconnected_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `phone_number`, `status` and `created_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    phoneNumber = try item.decode(String.self, forKey: .phoneNumber)
    status = try item.decode(Status.self, forKey: .status)
    numberClass = try item.decodeIfPresent(.numberClass)
    inboundRouting = try item.decodeIfPresent(.inboundRouting)
    routingTarget = try item.decodeIfPresent(.routingTarget)
    location = try item.decodeIfPresent(.location)
    outboundEnabled = try item.decodeIfPresent(.outboundEnabled)
    faxEnabled = try item.decodeIfPresent(.faxEnabled)
    callerIDName = try item.decodeIfPresent(.callerIDName)
    callerIDPrefix = try item.decodeIfPresent(.callerIDPrefix)
    callerIDVisibility = try item.decodeIfPresent(.callerIDVisibility)
    directoryListingName = try item.decodeIfPresent(.directoryListingName)
    directoryListingType = try item.decodeIfPresent(.directoryListingType)
    directoryListingLocation = try item.decodeIfPresent(
      .directoryListingLocation, alias: .directoryListingLocationAlias)
    expiresAt = try item.timeIfPresent(.expiresAt)
    disconnectedAt = try item.timeIfPresent(.disconnectedAt)
    config = try item.decodeIfPresent(.config)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.timeIfPresent(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(phoneNumber, forKey: .phoneNumber)
    try item.encode(status, forKey: .status)
    try item.encodeIfPresent(numberClass, forKey: .numberClass)
    try item.encodeIfPresent(inboundRouting, forKey: .inboundRouting)
    try item.encodeIfPresent(routingTarget, forKey: .routingTarget)
    try item.encodeIfPresent(location, forKey: .location)
    try item.encodeIfPresent(outboundEnabled, forKey: .outboundEnabled)
    try item.encodeIfPresent(faxEnabled, forKey: .faxEnabled)
    try item.encodeIfPresent(callerIDName, forKey: .callerIDName)
    try item.encodeIfPresent(callerIDPrefix, forKey: .callerIDPrefix)
    try item.encodeIfPresent(callerIDVisibility, forKey: .callerIDVisibility)
    try item.encodeIfPresent(directoryListingName, forKey: .directoryListingName)
    try item.encodeIfPresent(directoryListingType, forKey: .directoryListingType)
    try item.encodeIfPresent(directoryListingLocation, forKey: .directoryListingLocation)
    try item.encodeTime(expiresAt, forKey: .expiresAt)
    try item.encodeTime(disconnectedAt, forKey: .disconnectedAt)
    try item.encodeIfPresent(config, forKey: .config)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
