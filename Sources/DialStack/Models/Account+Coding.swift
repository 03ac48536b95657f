// Made from the catalog by scripts/generate.

extension Account: Codable {
  private enum Key: String, CodingKey {
    case id, name, email, phone, config
    case primaryContactName = "primary_contact_name"
    case termsStatus = "tos_status"
    case termsAcceptedAt = "tos_accepted_at"
    case termsResignBy = "tos_resign_by"
    case termsVariant = "tos_variant"
    case onboardingComplete = "onboarding_complete"
    case mainLocation = "main_location"
    case mainLocationAlias = "main_location_id"
    case holdMusicClip = "hold_music_clip"
    case holdMusicClipAlias = "hold_music_clip_id"
    case defaultButtonTemplate = "default_button_template"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `config`, `created_at` and `updated_at` must be
  /// there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decodeIfPresent(.name)
    email = try item.decodeIfPresent(.email)
    phone = try item.decodeIfPresent(.phone)
    primaryContactName = try item.decodeIfPresent(.primaryContactName)
    termsStatus = try item.decodeIfPresent(.termsStatus)
    termsAcceptedAt = try item.timeIfPresent(.termsAcceptedAt)
    termsResignBy = try item.timeIfPresent(.termsResignBy)
    termsVariant = try item.decodeIfPresent(.termsVariant)
    onboardingComplete = try item.decodeIfPresent(.onboardingComplete)
    mainLocation = try item.decodeIfPresent(.mainLocation, alias: .mainLocationAlias)
    holdMusicClip = try item.decodeIfPresent(.holdMusicClip, alias: .holdMusicClipAlias)
    defaultButtonTemplate = try item.decodeIfPresent(.defaultButtonTemplate)
    config = try item.decode(Config.self, forKey: .config)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encodeIfPresent(name, forKey: .name)
    try item.encodeIfPresent(email, forKey: .email)
    try item.encodeIfPresent(phone, forKey: .phone)
    try item.encodeIfPresent(primaryContactName, forKey: .primaryContactName)
    try item.encodeIfPresent(termsStatus, forKey: .termsStatus)
    try item.encodeTime(termsAcceptedAt, forKey: .termsAcceptedAt)
    try item.encodeTime(termsResignBy, forKey: .termsResignBy)
    try item.encodeIfPresent(termsVariant, forKey: .termsVariant)
    try item.encodeIfPresent(onboardingComplete, forKey: .onboardingComplete)
    try item.encodeIfPresent(mainLocation, forKey: .mainLocation)
    try item.encodeIfPresent(holdMusicClip, forKey: .holdMusicClip)
    try item.encodeIfPresent(defaultButtonTemplate, forKey: .defaultButtonTemplate)
    try item.encode(config, forKey: .config)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
  }
}
