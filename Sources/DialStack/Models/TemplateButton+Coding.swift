// Made from the catalog by scripts/generate.

extension TemplateButton: Codable {
  private enum Key: String, CodingKey {
    case id, template, position, label, type, target
    case templateAlias = "template_id"
    case createdAt = "created_at"
  }

  /// Reads it as the API writes it: `id`, `template`, `position`, `label`, `type`, `target`
  /// and `created_at` must be there, the rest may be absent or null.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let item = try decoder.container(keyedBy: Key.self)
    id = try item.decode(ID.self, forKey: .id)
    template = try item.decode(.template, alias: .templateAlias)
    position = try item.decode(Int.self, forKey: .position)
    label = try item.decode(String.self, forKey: .label)
    type = try item.decode(ButtonKind.self, forKey: .type)
    target = try item.decode(ButtonTarget.self, forKey: .target)
    createdAt = try item.time(.createdAt)
  }

  /// Writes it as the API does, without the keys that have no value.
  public func encode(to encoder: any Encoder) throws {
    var item = encoder.container(keyedBy: Key.self)
    try item.encode(id, forKey: .id)
    try item.encode(template, forKey: .template)
    try item.encode(position, forKey: .position)
    try item.encode(label, forKey: .label)
    try item.encode(type, forKey: .type)
    try item.encode(target, forKey: .target)
    try item.encodeTime(createdAt, forKey: .createdAt)
  }
}
