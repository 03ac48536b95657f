// Made from the catalog by scripts/generate.

extension AIAgent: Codable {
  private enum Key: String, CodingKey {
    case id, name, instructions, scheduling, extensions
    case voiceApp = "voice_app"
    case voiceAppAlias = "voice_app_id"
    case personaName = "persona_name"
    case greetingName = "greeting_name"
    case faqResponses = "faq_responses"
    case extensionNumber = "extension_number"
    case createdAt = "created_at"
    case updatedAt = "updated_at"
  }

  /// Reads it as the API writes it: `id`, `name`, `voice_app`, `faq_responses`, `created_at`
  /// and `updated_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    name = try item.decode(String.self, forKey: .name)
    voiceApp = try item.decode(.voiceApp, alias: .voiceAppAlias)
    personaName = try item.decodeIfPresent(.personaName)
    greetingName = try item.decodeIfPresent(.greetingName)
    instructions = try item.decodeIfPresent(.instructions)
    faqResponses = try item.decode([FAQResponse].self, forKey: .faqResponses)
    scheduling = try item.decodeIfPresent(.scheduling)
    extensionNumber = try item.decodeIfPresent(.extensionNumber)
    createdAt = try item.time(.createdAt)
    updatedAt = try item.time(.updatedAt)
    extensions = try item.rowsIfPresent(.extensions)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(name, forKey: .name)
    try item.encode(voiceApp, forKey: .voiceApp)
    try item.encodeIfPresent(personaName, forKey: .personaName)
    try item.encodeIfPresent(greetingName, forKey: .greetingName)
    try item.encodeIfPresent(instructions, forKey: .instructions)
    try item.encode(faqResponses, forKey: .faqResponses)
    try item.encodeIfPresent(scheduling, forKey: .scheduling)
    try item.encodeIfPresent(extensionNumber, forKey: .extensionNumber)
    try item.encodeTime(createdAt, forKey: .createdAt)
    try item.encodeTime(updatedAt, forKey: .updatedAt)
    try item.encodeRows(extensions, forKey: .extensions)
  }
}
