// Made from the catalog by scripts/generate.

extension Device: Codable {
  private enum Key: String, CodingKey {
    case id, type, vendor, model, name, location, status, overrides, lines, handsets, base, ipei,
      extensions, compatibility, assignments
    case macAddress = "mac_address"
    case serialNumber = "serial_number"
    case locationAlias = "location_id"
    case registrationStatus = "registration_status"
    case lastRegisteredAt = "last_registered_at"
    case lastCallAt = "last_call_at"
    case currentIPAddress = "current_ip_address"
    case lastProvisionedAt = "last_provisioned_at"
    case buttonTemplate = "button_template"
    case buttonTemplateAlias = "button_template_id"
    case primaryLine = "primary_line"
    case primaryLineAlias = "primary_line_id"
    case multicellRole = "multicell_role"
    case maxHandsets = "max_handsets"
    case firmwareVersion = "firmware_version"
    case displayName = "display_name"
    case slotNumber = "slot_number"
    case registeredAt = "registered_at"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `type`, `status`, `registration_status`,
  /// `created_at` and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    type = try item.decode(Kind.self, forKey: .type)
    macAddress = try item.decodeIfPresent(.macAddress)
    serialNumber = try item.decodeIfPresent(.serialNumber)
    vendor = try item.decodeIfPresent(.vendor)
    model = try item.decodeIfPresent(.model)
    name = try item.decodeIfPresent(.name)
    location = try item.decodeIfPresent(.location, alias: .locationAlias)
    status = try item.decode(Status.self, forKey: .status)
    registrationStatus = try item.decode(RegistrationStatus.self, forKey: .registrationStatus)
    lastRegisteredAt = try item.timeIfPresent(.lastRegisteredAt)
    lastCallAt = try item.timeIfPresent(.lastCallAt)
    overrides = try item.decodeIfPresent(.overrides)
    currentIPAddress = try item.decodeIfPresent(.currentIPAddress)
    lastProvisionedAt = try item.timeIfPresent(.lastProvisionedAt)
    buttonTemplate = try item.decodeIfPresent(.buttonTemplate, alias: .buttonTemplateAlias)
    primaryLine = try item.decodeIfPresent(.primaryLine, alias: .primaryLineAlias)
    lines = try item.decodeIfPresent(.lines)
    multicellRole = try item.decodeIfPresent(.multicellRole)
    maxHandsets = try item.decodeIfPresent(.maxHandsets)
    handsets = try item.decodeIfPresent(.handsets)
    firmwareVersion = try item.decodeIfPresent(.firmwareVersion)
    base = try item.decodeIfPresent(.base)
    ipei = try item.decodeIfPresent(.ipei)
    displayName = try item.decodeIfPresent(.displayName)
    slotNumber = try item.decodeIfPresent(.slotNumber)
    registeredAt = try item.timeIfPresent(.registeredAt)
    extensions = try item.decodeIfPresent(.extensions)
    compatibility = try item.decodeIfPresent(.compatibility)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    assignments = try item.decodeIfPresent(.assignments)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(type, forKey: .type)
    try item.encodeIfPresent(macAddress, forKey: .macAddress)
    try item.encodeIfPresent(serialNumber, forKey: .serialNumber)
    try item.encodeIfPresent(vendor, forKey: .vendor)
    try item.encodeIfPresent(model, forKey: .model)
    try item.encodeIfPresent(name, forKey: .name)
    try item.encodeIfPresent(location, forKey: .location)
    try item.encode(status, forKey: .status)
    try item.encode(registrationStatus, forKey: .registrationStatus)
    try item.encodeTime(lastRegisteredAt, forKey: .lastRegisteredAt)
    try item.encodeTime(lastCallAt, forKey: .lastCallAt)
    try item.encodeIfPresent(overrides, forKey: .overrides)
    try item.encodeIfPresent(currentIPAddress, forKey: .currentIPAddress)
    try item.encodeTime(lastProvisionedAt, forKey: .lastProvisionedAt)
    try item.encodeIfPresent(buttonTemplate, forKey: .buttonTemplate)
    try item.encodeIfPresent(primaryLine, forKey: .primaryLine)
    try item.encodeIfPresent(lines, forKey: .lines)
    try item.encodeIfPresent(multicellRole, forKey: .multicellRole)
    try item.encodeIfPresent(maxHandsets, forKey: .maxHandsets)
    try item.encodeIfPresent(handsets, forKey: .handsets)
    try item.encodeIfPresent(firmwareVersion, forKey: .firmwareVersion)
    try item.encodeIfPresent(base, forKey: .base)
    try item.encodeIfPresent(ipei, forKey: .ipei)
    try item.encodeIfPresent(displayName, forKey: .displayName)
    try item.encodeIfPresent(slotNumber, forKey: .slotNumber)
    try item.encodeTime(registeredAt, forKey: .registeredAt)
    try item.encodeIfPresent(extensions, forKey: .extensions)
    try item.encodeIfPresent(compatibility, forKey: .compatibility)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeIfPresent(assignments, forKey: .assignments)
  }
}
